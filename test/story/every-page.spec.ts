import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Api, startApi, until } from '../running/product.js';
import { Session } from '../running/session.js';
import { expectSound, openBrowser, openContext } from './browser.js';
import { City } from './city.js';

type Part = 'staff' | 'divisionManager' | 'planner' | 'finance' | 'management' | null;

const WHOSE: readonly (readonly [Part, readonly string[]])[] = [
  [null, ['/sign-in', '/password']],
  [
    'staff',
    [
      '/',
      '/sheets/:sheet',
      '/plan',
      '/plan/1',
      `/items/${encodeURIComponent('1-(1)-ア')}`,
      '/indicators',
      '/indicators/entry',
      '/handover',
      '/me/mail',
      '/me/look',
      '/me/devices',
      `/search?q=${encodeURIComponent('市民')}`,
    ],
  ],
  ['divisionManager', ['/approvals', '/cycle']],
  ['planner', ['/cycle', '/letters', '/letters/rehearsal', '/operations', '/data']],
  [
    'management',
    ['/reports', '/reports/2020?beside=2019', '/reports/2020/list/indicators', '/reports/2021/sections/1'],
  ],
];

/** Names and signs that stay Latin in Japanese. */
const LATIN =
  /\b(Mawasu|Excel|CSV|PNG|JPEG|Word|PowerPoint|MB|UTF-8|Shift_JIS|HTML|PDF|SDGs?|PDCA|PI|VIII|EBPM|Evidence[ -]based[ -]Policy[ -]Making|Plan|Do|Check|Act|NPO|ICT|ACT|ID|English|Enter|Linux|Chrome|Redis|PostgreSQL|BullMQ|JSON|xlsx|csv|txt|[A-Z]|kg|km|ha|CO2|[\w.-]+@[\w.-]+|https?:\S+)\b/g;

/** Pages looked at side by side. */
const TABS = 3;

/** Every page is sound for everybody, in both languages and on both screens. */
describe('every page', () => {
  let product: Api;
  let browser: Browser;
  let sheet = '';
  const numbers = new Map<string, string>();

  beforeAll(async () => {
    product = await startApi('sample');
    browser = await openBrowser();
    const city = new City(product);
    await city.moveTo('2022-05-11');
    sheet = await city.sheetId(2021, '1-(1)-ア', 'check');
    const { samplePeople } = await new Session(product.url).get<{
      samplePeople: { staffNumber: string; part: string }[];
    }>('/api/sign-in');
    for (const { part, staffNumber } of samplePeople) numbers.set(part, staffNumber);
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  async function contextOf(part: Part): Promise<BrowserContext> {
    const context = await openContext(browser, product.url);
    if (part === null) return context;
    const answer = await context.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: numbers.get(part) },
    });
    expect(answer.status()).toBe(200);
    return context;
  }

  const pageOf = async (part: Part): Promise<Page> => (await contextOf(part)).newPage();

  const settled = async (page: Page): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
  };

  async function look(context: BrowserContext, at: string, language: 'ja' | 'en'): Promise<void> {
    const page = await context.newPage();
    // What did not come, for whoever asks why a page does not stand.
    const lost: string[] = [];
    page.on('requestfailed', (one) => lost.push(`${one.url()} ${one.failure()?.errorText ?? ''}`));
    page.on('pageerror', (error) => lost.push(error.message));
    try {
      await page.goto(at.replace(':sheet', sheet));
      await settled(page);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      await expectSound(page, { sameColours: language === 'en' });
      if (language === 'en') return;
      // What is marked as English, as the words of a health check, is English.
      const text = await page.evaluate<string>(
        '[...document.querySelectorAll(`body [lang=en]`)].forEach((one) => one.remove()), document.body.innerText',
      );
      expect({ at, latin: text.replace(LATIN, '').match(/[A-Za-z]{3,}/g) }).toEqual({ at, latin: null });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${lost.join('\n')}`, {
        cause: error,
      });
    } finally {
      await page.close();
    }
  }

  // Two languages one after the other, as a person has one; in each the pages side by side, for a page mostly waits.
  describe.each(['ja', 'en'] as const)('in %s', (language) => {
    /** What was found on each page; null is nothing. */
    const found = new Map<string, Error | null>();
    const contexts = new Map<Part, BrowserContext>();

    beforeAll(async () => {
      for (const [part] of WHOSE) {
        const context = await contextOf(part);
        await context.addInitScript(`localStorage.setItem('mawasu.language', '${language}')`);
        if (part !== null)
          await context.request.put('/api/me/language', { headers: { 'x-mawasu': '1' }, data: { language } });
        contexts.set(part, context);
      }
      const visits = WHOSE.flatMap(([part, paths]) => paths.map((at) => ({ part, at })));
      const walk = async (tab: number): Promise<void> => {
        for (const { part, at } of visits.filter((_visit, place) => place % TABS === tab)) {
          const context = contexts.get(part);
          if (!context) throw new Error(`nobody looks at ${at}`);
          const flaw = await look(context, at, language).then(
            () => null,
            (one: unknown) => (one instanceof Error ? one : new Error(String(one))),
          );
          found.set(`${part} ${at}`, flaw);
        }
      };
      await Promise.all(Array.from({ length: TABS }, (_none, tab) => walk(tab)));
    }, 300_000);

    afterAll(async () => {
      for (const [part, context] of contexts) {
        if (part !== null)
          await context.request.put('/api/me/language', {
            headers: { 'x-mawasu': '1' },
            data: { language: 'ja' },
          });
        await context.close();
      }
    });

    describe.each(WHOSE)('of %s', (part, paths) => {
      it.each(paths)('%s has nothing serious for axe and fits', (at) => {
        const flaw = found.get(`${part} ${at}`);
        if (flaw !== null) throw flaw ?? new Error('nobody looked at it');
      });
    });
  });

  it('finance reads the costs of a section, and a sheet behind them, and changes none; all by keyboard', async () => {
    const page = await pageOf('finance');
    await page.goto('/reports/2021/sections/1');
    await page.getByRole('heading', { name: /費用/ }).first().waitFor();
    await page
      .getByRole('columnheader', { name: /決算額/ })
      .locator('visible=true')
      .first()
      .waitFor();
    await page.goto(`/sheets/${sheet}`);
    await settled(page);
    expect(await page.getByRole('button', { name: /確認へ提出する/ }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: /取組の成果/ }).count()).toBe(0);
    // The first press of Tab leads past the frame to the page.
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    expect(await first.getAttribute('href')).toMatch(/^#/);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement?.closest("main") !== null')).toBe(true);
    await page.context().close();
  });

  it('a sheet stands in one column on a tablet, what is beside the form below it', async () => {
    const page = await pageOf('staff');
    await page.setViewportSize({ width: 900, height: 900 });
    await page.goto(`/sheets/${sheet}`);
    await settled(page);
    const boxes = await Promise.all(
      ['.form', '.rail', '.beside-form'].map((part) => page.locator(part).boundingBox()),
    );
    expect(new Set(boxes.map((box) => box?.x)).size).toBe(1);
    const tops = boxes.map((box) => box?.y ?? 0);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    await page.context().close();
  });

  it('a part that cannot be loaded says so in its place, and comes with the page once there is a line; what is typed stays', async () => {
    const page = await pageOf('staff');
    await page.goto(`/sheets/${sheet}`);
    const results = page.getByRole('textbox', { name: /取組の成果/ });
    await results.waitFor();
    await settled(page);
    await page.context().setOffline(true);
    await results.fill('線が切れている間に書いた成果。');
    await page.getByRole('button', { name: '履歴' }).locator('visible=true').first().click();
    const failed = page.getByRole('dialog', { name: '表示できませんでした' });
    await failed.getByText('サーバーにつながりません').waitFor();
    expect(await results.inputValue()).toBe('線が切れている間に書いた成果。');
    await page.context().setOffline(false);
    await failed.getByRole('button', { name: 'もう一度読み込む' }).click();
    await failed.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '履歴' }).locator('visible=true').first().click();
    const history = page.getByRole('dialog', { name: '変更の履歴' });
    await history.waitFor();
    await page.keyboard.press('Escape');
    await history.waitFor({ state: 'detached' });
    expect(await results.inputValue()).toBe('線が切れている間に書いた成果。');
    await page.context().close();
  });

  it('what is typed survives five minutes without a line and a closed tab, and the page says so', async () => {
    const page = await pageOf('staff');
    await page.clock.install();
    await page.goto(`/sheets/${sheet}`);
    const results = page.getByRole('textbox', { name: /取組の成果/ });
    await results.waitFor();
    await page.context().setOffline(true);
    await results.fill('線が切れている間に書いた成果。');
    await page.clock.fastForward('00:02');
    await page.getByText('つながっていません').first().waitFor();
    await page.clock.fastForward('05:00');
    await results.press('End');
    await page.keyboard.type('五分後の続き。');
    await page.clock.fastForward('00:02');
    const written = '線が切れている間に書いた成果。五分後の続き。';
    const context = page.context();
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`/sheets/${sheet}`);
    await until('it is there again', async () => {
      return (await again.getByRole('textbox', { name: /取組の成果/ }).inputValue()) === written;
    });
    await until('the server has it', async () => {
      const [row] = await product.database.query<{ text: string }>(
        `select answers->>'results' as text from review.task_stage where id = $1`,
        [sheet],
      );
      return row?.text === written;
    });
    await context.close();
  });
});
