/** What the frame asks for whatever the page, and what the first page asks for besides. */
const OF_THE_FRAME = ['/api/session', '/api/counts'];
const OF_TODAY = ['/api/today?page=1'];

/** Pages without the frame. */
const UNFRAMED = /^\/(sign-in|password|unsubscribe)(\/|$)/;

/**
 * What a browser may ask for while the scripts of the page are still on their way (`Link`, RFC 8288): what their first
 * requests would ask for, so that it is there when they run. Hints only: a page that gets none works the same.
 *
 * @param url address of the page with its query
 */
export function pageHints(url: string): readonly string[] {
  const [path = '/', query = ''] = url.split('?');
  if (UNFRAMED.test(path)) return [];
  const asked = path === '/' && query === '' ? [...OF_THE_FRAME, ...OF_TODAY] : OF_THE_FRAME;
  return asked.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`);
}
