import http from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '#config';
import { DomainError, forbidden, loadWords, notFound } from '#errors';
import { QueueView, Stopping, WorkHealth } from '#jobs';
import { exposition, log, requestIdFrom } from '#trace';
import { CATALOGUES } from '../entities.js';
import { mayReadMetrics } from '../metrics-access.js';
import { languageAsked, PROBLEM_TYPE, problemOf, refusalOf } from '../problem.js';

type Answer = { status: number; type: string; body: string };

/** A worker's own /health and /metrics, when it has a port. */
export async function listen(app: INestApplicationContext, config: Config): Promise<http.Server | undefined> {
  if (config.workerPort === undefined) return undefined;
  const words = loadWords(CATALOGUES);
  const [work, queue, stopping] = [app.get(WorkHealth), app.get(QueueView), app.get(Stopping)];

  const health = async (): Promise<Answer> => {
    const failed = stopping.signal.aborted
      ? [{ name: 'process', why: 'it was told to end' }]
      : await work.failures();
    if (failed.length > 0)
      throw new DomainError('unavailable', 'request.work_waits', {}, [], { checks: failed });
    return { status: 200, type: 'application/json', body: JSON.stringify({ status: 'working' }) };
  };
  const metrics = async (request: http.IncomingMessage): Promise<Answer> => {
    if (!mayReadMetrics(request, config.metricsToken)) throw forbidden('access.metrics');
    const { type, text } = await exposition([...(await work.measures()), ...(await queue.measures())]);
    return { status: 200, type, body: text };
  };
  const answer = async (request: http.IncomingMessage): Promise<Answer> => {
    const path = request.url?.split('?')[0];
    if (request.method === 'GET' && path === '/health') return health();
    if (request.method === 'GET' && path === '/metrics') return metrics(request);
    throw notFound('request.no_such_address');
  };
  const problem = (error: unknown, request: http.IncomingMessage): Answer => {
    const id = requestIdFrom(request.headers['x-request-id']);
    const language = languageAsked(request.headers['accept-language']);
    if (!(error instanceof DomainError)) log.error({ context: 'Listener', requestId: id }, String(error));
    const said =
      error instanceof DomainError
        ? refusalOf(error, words, language, id)
        : problemOf(
            500,
            'request.unexpected',
            words.ofError(language, { code: 'request.unexpected', params: {} }),
            id,
          );
    return { status: said.status, type: PROBLEM_TYPE, body: JSON.stringify(said) };
  };

  const server = http.createServer((request, response) => {
    void answer(request)
      .catch((error: unknown) => problem(error, request))
      .then(({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.workerPort, config.host, resolve);
  });
  return server;
}
