import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core';

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

/** A person of its own, whose pages do not see the cookies of others. */
export async function openContext(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    baseURL: url,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** The only page of a person of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number } = DESKTOP,
): Promise<Page> {
  return (await openContext(browser, url, viewport)).newPage();
}
