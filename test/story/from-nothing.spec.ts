import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { expectSound, openBrowser, openPage, picture } from './browser.js';

const root = path.resolve(import.meta.dirname, '../..');
const PASSWORD = 'a-long-enough-password';

/** A city begins, in a browser: an administrator, the plan's text, departments, people and assignments as spreadsheets, an open year. */
describe('from nothing to an open year', () => {
  let product: Product;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct('empty', { MAWASU_SAMPLE_CITY: '0' });
    const made = spawnSync(
      process.execPath,
      [
        path.join(root, 'dist/apps/cli/main.js'),
        'user',
        'create-admin',
        '--staff-number',
        '1',
        '--name',
        '管理者',
        '--email',
        'admin@city.example.jp',
      ],
      {
        env: { ...process.env, DATABASE_URL: product.database.url, MAWASU_PASSWORD: PASSWORD },
        encoding: 'utf8',
      },
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    browser = await openBrowser();
    page = await openPage(browser, product.url);
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  const file = (name: string): string => path.join(root, 'sample/aobagawa', name);

  /** Everything a hand does: a press, a word typed or pasted, a file chosen. */
  const hand = {
    does: 0,
    async press(what: Locator): Promise<void> {
      this.does += 1;
      await what.click();
    },
    async types(where: Locator, what: string): Promise<void> {
      this.does += 1;
      await where.fill(what);
    },
    async chooses(where: Locator, name: string): Promise<void> {
      this.does += 1;
      await where.setInputFiles(file(name));
    },
  };

  it('the administrator signs in and the plan’s text is read, looked over and accepted', async () => {
    await page.goto('/');
    await hand.types(page.getByLabel('利用者名（職員番号またはメールアドレス）'), '1');
    await hand.types(page.getByLabel('パスワード', { exact: true }), PASSWORD);
    await hand.press(page.getByRole('button', { name: 'ログインする' }));
    await hand.press(page.getByRole('link', { name: 'データ' }));
    const plan = page.locator('.plan-import');
    await hand.chooses(plan.locator('input[type=file]'), 'plan.txt');
    await plan.getByRole('heading', { name: '読み取った内容' }).waitFor();
    await picture(page, 'plan-read');
    await expectSound(page);
    for (const doubt of await plan.getByRole('checkbox').all()) await hand.press(doubt);
    await hand.press(plan.getByRole('button', { name: 'この計画を受け入れる' }));
    await plan.getByText('計画を受け入れました。').waitFor();
    const [counts] = await product.database.query<Record<string, number>>(
      `select (select count(*)::int from plan.section) as sections, (select count(*)::int from plan.basic_policy) as policies,
              (select count(*)::int from plan.indicator) as indicators, (select count(*)::int from plan.program) as programs,
              (select count(*)::int from plan.program_item) as items`,
    );
    expect(counts).toEqual({ sections: 8, policies: 17, indicators: 10, programs: 29, items: 70 });
  });

  it('departments, people and assignments come in from spreadsheets', async () => {
    for (const [table, name] of [
      ['所属', 'departments.csv'],
      ['職員と職', 'people.csv'],
      ['所管', 'assignments.csv'],
    ] as const) {
      await hand.press(page.getByRole('button', { name: `${table}を取り込む` }));
      const dialog = page.getByRole('dialog');
      await hand.chooses(dialog.locator('input[type=file]'), name);
      await dialog.getByText('読めました。').waitFor();
      await dialog.getByText(/^変わる行 \d+行/).waitFor();
      await hand.press(dialog.getByRole('button', { name: 'この内容で取り込む' }));
      await dialog.getByText('取り込みました。').waitFor();
      await hand.press(dialog.getByRole('button', { name: '閉じる' }).last());
    }
  });

  it('the year is made and opened at once, and every assignment has its sheet; in 25 presses and pastes', async () => {
    await hand.press(page.getByRole('link', { name: '評価サイクル' }));
    await hand.press(page.getByRole('button', { name: /分をつくる$/ }));
    await hand.press(page.getByRole('button', { name: 'つくる', exact: true }));
    await hand.press(page.getByRole('button', { name: 'いま始める' }));
    await page.getByRole('dialog').getByText('に配られます').waitFor();
    await hand.press(page.getByRole('button', { name: '始める', exact: true }));
    await until('every assignment has its sheet', async () => {
      const [row] = await product.database.query<{ n: number }>(
        'select count(*)::int as n from review.annual_task',
      );
      return row?.n === 232;
    });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The page that opened the year shows what was handed out, without being loaded again.
    await page.getByText('計（42課）').waitFor();
    await page.getByText('730件').first().waitFor();
    await picture(page, 'year-open');
    expect(hand.does).toBeLessThanOrEqual(25);
  });

  it('what came in once changes nothing the second time, and an open year is not opened again', async () => {
    const send = async (address: string, body: object): Promise<{ status: number; answer: unknown }> => {
      const answer = await page.request.post(address, { headers: { 'x-mawasu': '1' }, ...body });
      return { status: answer.status(), answer: await answer.json() };
    };
    const upload = (address: string, name: string) =>
      send(address, {
        multipart: { file: { name, mimeType: 'text/plain', buffer: readFileSync(file(name)) } },
      });
    expect((await upload('/api/plan/import?accept=true', 'plan.txt')).answer).toMatchObject({
      added: 0,
      changed: 0,
      withdrawn: 0,
    });
    for (const table of ['departments', 'people', 'assignments'])
      expect((await upload(`/api/exchange/${table}?dryRun=false`, `${table}.csv`)).answer).toMatchObject({
        added: 0,
        changed: 0,
      });
    const [cycle] = await product.database.query<{ year: number }>(
      'select fiscal_year as year from cycle.review_cycle',
    );
    expect(await send(`/api/cycles/${cycle?.year}/open`, { data: {} })).toMatchObject({
      answer: { code: 'cycle.already_open' },
    });
  });

  it('an item assigned later gets its sheet at the next beat', async () => {
    await page.request.post('/api/exchange/assignments?dryRun=false', {
      headers: { 'x-mawasu': '1' },
      multipart: {
        file: {
          name: '所管.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from(
            '対象区分,体系番号,所属コード,分担,開始年度,終了年度\n事業項目,1-(1)-ア,010101,関係,2023,\n',
          ),
        },
      },
    });
    await until('the sheet is there', async () => {
      const [row] = await product.database.query<{ n: number }>(
        'select count(*)::int as n from review.annual_task',
      );
      return row?.n === 233;
    });
  });
});
