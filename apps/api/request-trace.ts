import type { Span } from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { currentOccasion, during, log, openSpan, requestSeconds } from '#trace';
import type { RequestWithPerson } from '#directory';

const QUIET = /^\/(health\/|metrics$|assets\/)/;

/** The pattern of a route, never the address: that may hold a token, and would be a new series for each sheet. */
export function routeOf(request: FastifyRequest): string {
  const route = request.routeOptions.url;
  if (route === undefined) return 'page';
  return route.startsWith('/assets/') || route.startsWith('/operations/queue/static/') ? 'asset' : route;
}

/** Every request has an id that its log lines, its answer, its jobs and its audit entries carry. */
export function traceRequests(server: FastifyInstance): void {
  const spans = new WeakMap<FastifyRequest, Span>();
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    during({ requestId: request.id }, () => {
      spans.set(request, openSpan(`${request.method} ${routeOf(request)}`, {}, done));
    });
  });
  // Reading a body comes back outside the occasion.
  server.addHook('preValidation', (request, _reply, done) => {
    if (currentOccasion()) done();
    else during({ requestId: request.id }, done);
  });
  server.addHook('onResponse', (request: FastifyRequest & RequestWithPerson, reply, done) => {
    const route = routeOf(request);
    const status = String(reply.statusCode);
    requestSeconds.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
    spans.get(request)?.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode });
    spans.get(request)?.end();
    const line = {
      context: 'Http',
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...(request.mawasu ? { personId: request.mawasu.person.id } : {}),
    };
    log[QUIET.test(request.url.split('?')[0] ?? '') ? 'debug' : 'info'](line, 'answered');
    done();
  });
}
