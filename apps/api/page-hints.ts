import type {} from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { SESSION_COOKIE, type SignInService } from '#directory';
import { routeOf } from './request-trace.js';

/** What the frame asks for whatever the page, and what the first page asks for besides. */
const OF_THE_FRAME = ['/api/session', '/api/counts'];
const OF_TODAY = ['/api/today?page=1'];

/** Pages without the frame. */
const UNFRAMED = /^\/(sign-in|password|unsubscribe)(\/|$)/;

/**
 * What a browser may ask for while the scripts of the page are still on their way (`Link`, RFC 8288): what their first
 * requests would ask for, so that it is there when they run. Hints only: a page that gets none works the same. The web app's
 * first page reads the same (`frame/first-page.ts`).
 *
 * @param url address of the page with its query
 */
function pageHints(url: string): readonly string[] {
  const [path = '/', query = ''] = url.split('?');
  if (UNFRAMED.test(path)) return [];
  const asked = path === '/' && query === '' ? [...OF_THE_FRAME, ...OF_TODAY] : OF_THE_FRAME;
  return asked.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`);
}

/**
 * Gives pages their hints, for those who are signed in: to anybody else they would bring refusals that a browser keeps, and
 * hands to the first request after the sign-in.
 */
export function hintPages(server: FastifyInstance, signIns: SignInService): void {
  server.addHook('onSend', async (request, reply) => {
    // The board of the queue and the description of the API are pages, too, and not ours.
    if (routeOf(request) !== 'page' || !String(reply.getHeader('content-type')).startsWith('text/html'))
      return;
    const token = request.cookies[SESSION_COOKIE];
    const hints = pageHints(request.url);
    if (token === undefined || hints.length === 0) return;
    const person = await signIns.personOf(token).catch(() => undefined);
    if (person) void reply.header('link', hints);
  });
}
