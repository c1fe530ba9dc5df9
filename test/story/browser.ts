import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openPage, PHONE } from '../running/browser.js';

export { DESKTOP, openBrowser, openContext, openPage, PHONE } from '../running/browser.js';

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
  await page.getByRole('heading', { level: 1, name: /要対応一覧|全体状況/ }).waitFor();
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
  const { pathname } = new URL(page.url());
  // Letters of the device are wider or narrower than those the page is made for.
  await page.locator('html[data-font]').waitFor({ state: 'attached' });
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
    expect(serious.map((v) => ({ pathname, width, id: v.id, at: v.nodes[0]?.target }))).toEqual([]);
    expect({ pathname, width, beyond: await page.evaluate(BEYOND) }).toEqual({
      pathname,
      width,
      beyond: [],
    });
  }
  await page.setViewportSize(DESKTOP);
}

/**
 * Pictures on a desk and on a phone for whoever asked for them with `MAWASU_SCREENSHOTS=folder`.
 * @param place a part of the page; the whole of it when left out
 */
export async function picture(page: Page, name: string, place?: string): Promise<void> {
  const folder = process.env['MAWASU_SCREENSHOTS'];
  if (!folder) return;
  const before = page.viewportSize() ?? DESKTOP;
  for (const size of [DESKTOP, PHONE]) {
    await page.setViewportSize(size);
    const file = { path: path.join(folder, `${name}-${size.width}.png`) };
    await (place === undefined
      ? page.screenshot({ ...file, fullPage: true })
      : page.locator(place).screenshot(file));
  }
  await page.setViewportSize(before);
}
