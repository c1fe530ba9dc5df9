import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Bar, barOf, type BarResult, judged, Problems } from '../test/chaos/bar.js';
import { Installation } from '../test/chaos/installation.js';
import { openBrowser, openPage } from '../test/running/browser.js';
import { growPlan } from '../test/running/large-plan.js';

/** Milliseconds from a press to the frame that shows what it did: "good" of Interaction to Next Paint. */
const LONGEST = 200;
/** Bytes of scripts and styles, packed, that the first page may load. */
const FIRST_PAGE = 170 * 1024;
/** Milliseconds; a frame that takes longer is seen as a jerk. */
const JERK = 100;
const root = path.resolve(import.meta.dirname, '..');

type Sizes = {
  readonly items: number;
  readonly indicators: number;
  /** Every interaction so often. */
  readonly pairs: number;
};

/** Keeps how long each press took until it was seen, and how long each frame took. */
const WATCH = `
  window.slowest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.slowest = Math.max(window.slowest, duration);
  }).observe({ type: 'event', durationThreshold: 16 });`;

/** Goes down the page by a tenth of a screen a frame, as a thumb does, and gives the longest frames, longest first. */
const SCROLL = `new Promise((done) => {
  const frames = [];
  let before = performance.now();
  let resting = 0;
  const step = (now) => {
    frames.push(now - before);
    before = now;
    scrollBy(0, innerHeight * 0.1);
    resting = scrollY + innerHeight < document.documentElement.scrollHeight - 1 ? 0 : resting + 1;
    if (resting < 20 && frames.length < 2000) requestAnimationFrame(step);
    else done({ frames: frames.length, longest: frames.sort((a, b) => b - a).slice(0, 5).map(Math.round) });
  };
  requestAnimationFrame(step);
})`;

const DRAW_ALL = `new Promise((done) => {
  const began = performance.now();
  dispatchEvent(new Event('beforeprint'));
  requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - began))));
})`;

interface Scrolled {
  readonly frames: number;
  readonly longest: readonly number[];
}

/** Milliseconds until what the presses did was seen, the slowest. */
async function slowestOf(page: Page, presses: () => Promise<void>): Promise<number> {
  await page.evaluate('window.slowest = 0');
  await presses();
  // An entry comes after the frame it tells of.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))');
  return page.evaluate<number>('window.slowest');
}

/** Types letters and takes them back, one after the other. */
async function typed(page: Page, field: Locator, letters: readonly string[]): Promise<void> {
  await field.click();
  for (const letter of letters) {
    await page.keyboard.insertText(letter);
    await page.locator('.sections mark').first().waitFor();
  }
  for (let left = letters.length; left > 0; left -= 1) await page.keyboard.press('Backspace');
}

async function firstPage(page: Page): Promise<number> {
  const loaded = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|css)$/.test(pathname)) loaded.add(pathname);
  });
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  return [...loaded].reduce(
    (sum, pathname) => sum + gzipSync(readFileSync(path.join(root, 'dist/apps/web', pathname))).length,
    0,
  );
}

async function longLists(sizes: Sizes): Promise<BarResult> {
  const city = await Installation.of('sample', { SMTP_URL: 'smtp://127.0.0.1:9' });
  let browser: Browser | undefined;
  try {
    await growPlan(city.database, sizes);
    await city.start('api');
    browser = await openBrowser();
    const page = await openPage(browser, city.url);
    await page.addInitScript(WATCH);
    await page.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: '2009119' },
    });
    const problems = new Problems();
    const bytes = await firstPage(page);
    problems.expect(bytes <= FIRST_PAGE, `the first page loads ${bytes} bytes, at most ${FIRST_PAGE}`);

    await page.goto('/plan');
    const search = page.getByRole('searchbox').last();
    await search.waitFor();
    const found = { search: [] as number[], filter: [] as number[], naive: [] as number[] };
    for (let pair = 0; pair < sizes.pairs; pair += 1)
      found.search.push(await slowestOf(page, () => typed(page, search, ['市', '民'])));
    await search.fill('市民');
    const plan = await page.evaluate<Scrolled>(SCROLL);

    await page.goto('/indicators');
    const chip = page.locator('.filter .chip').nth(1);
    await chip.waitFor();
    const filtered = (): Promise<number> =>
      slowestOf(page, async () => {
        await chip.click();
        await chip.click();
      });
    for (let pair = 0; pair < sizes.pairs; pair += 1) found.filter.push(await filtered());
    const wall = await page.evaluate<Scrolled>(SCROLL);
    // The naive way draws what nobody sees yet, too, as for paper.
    for (let pair = 0; pair < sizes.pairs; pair += 1) {
      await filtered();
      found.naive.push(await page.evaluate<number>(DRAW_ALL));
    }
    for (const [name, { longest }] of Object.entries({ plan, wall }))
      problems.expect((longest[0] ?? 0) <= JERK, `scrolling ${name} has a frame of ${longest[0]} ms`);
    const worst = Math.max(...found.search, ...found.filter);
    const naive = Math.max(...found.naive);
    return judged(
      {
        bar: 'P8',
        sizes,
        value: worst,
        limit: LONGEST,
        unit: `ms from a press to what is seen, the slowest, in ${sizes.items} items and ${sizes.indicators} indicators`,
        naive: { failed: naive > LONGEST, slowest: naive, way: 'all of the list drawn at once' },
        baseline: `all of the list drawn at once: ${naive} ms`,
        seen: { found, plan, wall, firstPageBytes: bytes },
      },
      problems.all,
    );
  } finally {
    await browser?.close();
    await city.stop();
  }
}

export const LONG_LISTS: Bar = barOf({
  name: 'P8',
  title: 'the first page, and lists of thousands of rows under presses and scrolling',
  declared: { items: 2000, indicators: 1000, pairs: 5 },
  small: { items: 200, indicators: 100, pairs: 1 },
  run: longLists,
});
