/** Pages of the product that letters lead to. The board of a cycle shows a manager the own departments alone. */
const PAGES = {
  today: '/',
  approvals: '/approvals',
  department: '/cycle',
  indicators: '/indicators',
  handover: '/handover',
  reports: '/reports',
} as const;

export type LetterPageName = keyof typeof PAGES;

/** The whole address of a page. */
export function pageUrl(baseUrl: string, page: LetterPageName): string {
  return urlBelow(baseUrl, PAGES[page]);
}

/**
 * The whole address of a path of the product (or of an address below `baseUrl`), percent-encoded.
 * Anything else (another server, `javascript:`) becomes the start page, so that a letter cannot lead away.
 */
export function urlBelow(baseUrl: string, url: string): string {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const isPath = /^\/(?![/\\])/.test(url);
  const address = isPath ? base + url.slice(1) : url;
  if (!URL.canParse(address)) return base;
  const { href } = new URL(address);
  return href.startsWith(new URL(base).href) ? href : base;
}
