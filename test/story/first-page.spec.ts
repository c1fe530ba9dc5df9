import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi, until } from '../running/product.js';
import { openBrowser, openContext } from './browser.js';

const WEB = path.resolve(import.meta.dirname, '../../dist/apps/web');
const STAFF = '2009119';

/** What it takes until the first page stands, on a line that is slow or away. */
describe('the first page', () => {
  let product: Api;
  let browser: Browser;

  beforeAll(async () => {
    product = await startApi('sample');
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  async function staff(): Promise<BrowserContext> {
    const context = await openContext(browser, product.url);
    const answer = await context.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: STAFF },
    });
    expect(answer.status()).toBe(200);
    return context;
  }

  /** The addresses of the API that a page asks for, as they come. */
  function askedBy(page: Page): string[] {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname);
    });
    return asked;
  }

  const standsAt = async (page: Page, title: string): Promise<void> => {
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.waitForLoadState('networkidle');
  };

  it('a browser is told what a page will ask for, when somebody is signed in there', async () => {
    const context = await staff();
    const hints = async (at: string): Promise<string> =>
      (await context.request.get(at)).headers()['link'] ?? '';
    expect(await hints('/')).toMatch(/session>.*counts>.*today\?page=1>/);
    expect(await hints('/plan')).toMatch(/session>.*counts>;[^,]*$/);
    expect(await hints('/sign-in')).toBe('');
    expect(await hints('/api/docs')).toBe('');
    expect((await fetch(product.url)).headers.get('link')).toBeNull();
    await context.close();
  });

  it('keeps fonts and scripts for good, and the page itself never', async () => {
    const context = await staff();
    const kept = async (at: string): Promise<string | undefined> =>
      (await context.request.get(at)).headers()['cache-control'];
    const forever = 'public, max-age=31536000, immutable';
    for (const pattern of ['font/*/*.woff2', 'assets/*.js']) {
      const [file = ''] = globSync(pattern, { cwd: WEB });
      expect({ pattern, kept: await kept(`/${file}`) }).toEqual({ pattern, kept: forever });
    }
    expect(await kept('/')).toBe('no-cache');
    await context.close();
  });

  it('comes with its letters in few files', async () => {
    const context = await staff();
    const page = await context.newPage();
    const files = new Set<string>();
    page.on('response', (response) => {
      if (response.url().endsWith('.woff2')) files.add(response.url());
    });
    await page.goto('/');
    await standsAt(page, '要対応一覧');
    await page.locator('html[data-font]').waitFor({ state: 'attached' });
    expect(files.size).toBeGreaterThan(1);
    expect(files.size).toBeLessThanOrEqual(4);
    // One file of each weight has the sign, be it one that all pages show, half as wide, or in a circle.
    const owners = await page.evaluate(
      `Promise.all(['400', '700'].flatMap((weight) => [...'回※①ｱ～'].map(async (sign) =>
        (await document.fonts.load(weight + ' 16px "BIZ UDPGothic"', sign)).length)))`,
    );
    expect(owners).toEqual(Array.from({ length: 10 }, () => 1));
    await context.close();
  });

  it('packs its answers for who takes them packed', async () => {
    const context = await staff();
    const [cookie] = await context.cookies();
    const answer = (encoding: string): Promise<Response> =>
      fetch(`${product.url}/api/today?page=1`, {
        headers: { cookie: `${cookie?.name}=${cookie?.value}`, 'accept-encoding': encoding },
      });
    const plain = await answer('identity');
    const [whole, byBrotli, byGzip] = [await plain.json(), await answer('br, gzip'), await answer('gzip')];
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(byBrotli.headers.get('content-encoding')).toBe('br');
    expect(byGzip.headers.get('content-encoding')).toBe('gzip');
    expect(byBrotli.headers.get('vary')).toContain('accept-encoding');
    expect(await byBrotli.json()).toEqual(whole);
    expect(await byGzip.json()).toEqual(whole);
    const fromElsewhere = await context.request.get('/api/today?page=1', {
      headers: { 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' },
    });
    expect(fromElsewhere.headers()['content-encoding']).toBeUndefined();
    await context.close();
  });

  it('asks in nobody’s name once a session was ended elsewhere, and one sign-in is enough', async () => {
    const context = await staff();
    // The cookie is still there.
    await product.database.query('delete from directory.session');
    expect((await context.request.get('/')).headers()['link']).toBeUndefined();
    const page = await context.newPage();
    const asked = askedBy(page);
    await page.goto('/');
    await page.getByRole('button', { name: /三浦 千尋/ }).waitFor();
    expect(asked).toEqual(['/api/session', '/api/sign-in']);
    await page.getByRole('button', { name: /三浦 千尋/ }).click();
    await standsAt(page, '要対応一覧');
    expect(new URL(page.url()).pathname).toBe('/');
    await context.close();
  });

  it('loads at most 170 KB of scripts and styles, all from the product, and asks for nothing twice', async () => {
    const context = await staff();
    const page = await context.newPage();
    const loaded: string[] = [];
    const foreign: string[] = [];
    const asked = askedBy(page);
    page.on('request', (request) => {
      const { origin, pathname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== product.url) foreign.push(request.url());
      if (/\.(js|css)$/.test(pathname)) loaded.push(pathname);
    });
    await page.goto('/');
    await standsAt(page, '要対応一覧');
    const sizes = [...new Set(loaded)].map(
      (pathname) => gzipSync(readFileSync(path.join(WEB, pathname))).length,
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170 * 1024);
    expect(foreign).toEqual([]);
    // What the page's hints asked for is what its scripts use.
    expect(asked).toEqual(expect.arrayContaining(['/api/session', '/api/counts', '/api/today']));
    expect(asked).toEqual([...new Set(asked)]);
    for (const pathname of loaded) {
      const { headers } = await fetch(product.url + pathname, { headers: { 'accept-encoding': 'br' } });
      const size = readFileSync(path.join(WEB, pathname)).length;
      expect({ pathname, packed: headers.get('content-encoding') }).toEqual({
        pathname,
        packed: size < 1024 ? null : 'br',
      });
    }
    await context.close();
  });

  it('is drawn once when its answers come soon, and says that it loads when they do not', async () => {
    const context = await staff();
    // A server that has just started takes longer.
    for (const path of ['session', 'counts', 'today?page=1']) await context.request.get(`/api/${path}`);
    await context.addInitScript(`
      window.seen = [];
      new MutationObserver(() => {
        const parts = { loading: 'main .loading', title: 'h1', rows: '.today-row', counts: '.tabs .count' };
        const now = Object.keys(parts).filter((part) => document.querySelector(parts[part])).join(' ');
        if (now !== '' && window.seen.at(-1) !== now) window.seen.push(now);
      }).observe(document, { childList: true, subtree: true });
    `);
    const page = await context.newPage();
    await page.goto('/');
    await standsAt(page, '要対応一覧');
    expect(await page.evaluate('window.seen')).toEqual(['title rows counts']);
    // Its list begins with what fills a screen; all of it is there when the browser's own search is called.
    await page.setViewportSize({ width: 390, height: 500 });
    await page.reload();
    await standsAt(page, '要対応一覧');
    const rows = page.locator('.today-group').first().locator('.today-row');
    const all = Number(await rows.first().getAttribute('aria-setsize'));
    expect(await rows.count()).toBeLessThan(all);
    await page.keyboard.press('Control+f');
    expect(await rows.count()).toBe(all);
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/session', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await page.locator('header', { hasText: '回す' }).waitFor();
    await until('it says so', () => page.evaluate<boolean>('window.seen.includes("loading")'));
    answer();
    await standsAt(page, '要対応一覧');
    const seen = await page.evaluate<string[]>('window.seen');
    expect([seen[0], seen.at(-1)]).toEqual(['loading', 'title rows counts']);
    await context.close();
  });
});
