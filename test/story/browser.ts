import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver, type Page } from 'playwright-core';

const OF_THE_MACHINE = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing leaves the machine: the product needs no other origin, and neither does the browser. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A Chromium of the machine, else the packaged one for Linux on x64. */
export async function openBrowser(): Promise<Browser> {
  const own = OF_THE_MACHINE.find((file) => existsSync(file));
  if (own) return driver.launch({ executablePath: own, args: QUIET });
  if (process.platform === 'linux' && process.arch === 'x64') {
    return driver.launch({ executablePath: await chromium.executablePath(), args: QUIET });
  }
  throw new Error(
    'Browser tests need Google Chrome, Chromium or Microsoft Edge on this machine; install one and run npm test again.',
  );
}

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** A page of a person of its own: cookies of others are not seen. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    baseURL: url,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** A page of one of the sample city's people, who chose themselves on the page of the sign-in. */
export async function signedIn(
  browser: Browser,
  url: string,
  name: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Page> {
  const page = await openPage(browser, url, viewport);
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { level: 1, name: '要対応一覧' }).waitFor();
  return page;
}

/** Names what reaches beyond the right edge, when the page can be pushed sideways. */
const BEYOND = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5)
    .map((one) => one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 20))
    .slice(-6);
})()`;

/**
 * Nothing serious for axe and nothing wider than the screen, on a desk and on a phone.
 * @param options.without a part that no script may enter, as the frame of a letter
 * @param options.sameColours the page was looked at in another language before: its colours are known, and take longest
 */
export async function expectSound(
  page: Page,
  { without, sameColours }: { readonly without?: string; readonly sameColours?: boolean } = {},
): Promise<void> {
  const path = new URL(page.url()).pathname;
  for (const { width, height } of [DESKTOP, PHONE]) {
    await page.setViewportSize({ width, height });
    // What passes need not be described, which takes longer than finding what does not.
    const axe = new AxeBuilder({ page })
      .options({
        resultTypes: ['violations'],
        ...(sameColours === true && { rules: { 'color-contrast': { enabled: false } } }),
      })
      .setLegacyMode();
    const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
    const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
    expect(serious.map((v) => ({ path, width, id: v.id, at: v.nodes[0]?.target }))).toEqual([]);
    expect({ path, width, beyond: await page.evaluate(BEYOND) }).toEqual({ path, width, beyond: [] });
  }
  await page.setViewportSize(DESKTOP);
}
