import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Api, startApi, until } from '../running/product.js';
import { expectSound, openBrowser, openPage, picture, signedIn } from './browser.js';
import { City } from './city.js';

/** Staff enter the actuals of the year; the manager goes on leave, and who stands in decides in her place. */
describe('actuals, and a decision in the place of the absent', () => {
  let product: Api;
  let city: City;
  let browser: Browser;
  let staff: Page;
  let manager: Page;

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
    browser = await openBrowser();
    staff = await signedIn(browser, product.url, '三浦 千尋');
    manager = await signedIn(browser, product.url, '高橋 由紀子');
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  /** A file tells what it would change before it is taken in; this one is left. */
  async function triesAFile(page: Page): Promise<void> {
    const file = await (await page.request.get('/api/actual-entries/file?format=csv')).text();
    const [head = '', row = ''] = file.split('\r\n');
    const cells = row.split(',');
    cells[head.split(',').indexOf('実績値')] = '3.5';
    await page.getByText('ExcelやCSVで', { exact: false }).first().press('Enter');
    await page.getByRole('button', { name: '取り込む' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '実績値を取り込む' });
    const input = dialog.locator('input[type=file]');
    await input.setInputFiles({
      name: 'actuals.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${head}\r\n${cells.join(',')}\r\n`),
    });
    await dialog.getByText('変わる行 1行').waitFor();
    const change = dialog.getByRole('listitem').filter({ hasText: cells[0] ?? '' });
    expect(await change.innerText()).toContain('3.5');
    // The browser's own words for choosing a file are in its language.
    expect((await input.boundingBox())?.width).toBeLessThanOrEqual(1);
    await picture(page, 'actual-import');
    await dialog.getByRole('button', { name: '閉じる' }).last().press('Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  it('a value is typed as people type it, kept through a lost line and a closed tab, and handed in', async () => {
    await staff.getByRole('link', { name: '検証指標' }).first().click();
    await staff.getByRole('link', { name: '実績値を入力する' }).click();
    await staff.getByRole('heading', { level: 1, name: '実績値の入力' }).waitFor();
    const box = staff.getByRole('textbox', { name: /令和3年度.*の実績値$/ }).first();
    await box.fill('四十七');
    await box.press('Tab');
    // What is no number stays, with what is wrong about it, until it is mended.
    expect(await box.inputValue()).toBe('四十七');
    expect(await box.getAttribute('aria-invalid')).toBe('true');
    await staff.context().setOffline(true);
    await box.fill('４７．５');
    await staff.getByText('つながっていません。').first().waitFor();
    await picture(staff, 'actual-entry-offline');
    await staff.context().setOffline(false);
    await staff.reload();
    await until('it came back and is saved', async () => {
      const [row] = await product.database.query(
        `select 1 from review.task_stage where answers->'indicatorActual'->>'value' like '47.5%' and state = 'drafting'`,
      );
      return row !== undefined;
    });
    // What looks odd is said beside it, also to whoever comes back; its unit may stand behind a number.
    await box.fill('４７０．５％');
    await box.press('Tab');
    const doubt = staff.getByText('実績値の割合が0～100％の外にあります。');
    await doubt.waitFor();
    await picture(staff, 'actual-entry-doubt');
    await staff.reload();
    await doubt.waitFor();
    expect(await box.getAttribute('aria-describedby')).not.toBeNull();
    await box.fill('47.5%');
    await box.press('Tab');
    await doubt.waitFor({ state: 'detached' });
    await expectSound(staff);
    await picture(staff, 'actual-entry');
    await staff.getByLabel('速報値である').first().check();
    const source = staff.getByLabel('出典').first();
    await source.fill('');
    await source.press('Tab');
    await staff
      .getByRole('button', { name: /を提出する$/ })
      .first()
      .press('Enter');
    await staff.getByText('「出典」', { exact: false }).first().waitFor();
    // Last year's source is a press away.
    await staff.getByRole('button', { name: /^前年と同じにする：/ }).press('Enter');
    expect(await source.inputValue()).not.toBe('');
    expect(await staff.evaluate<string>('document.activeElement.tagName')).toBe('INPUT');
    await source.fill('市民アンケート');
    await staff.getByLabel('特殊要因').first().fill('窓口を半年閉じた。');
    await staff
      .getByRole('button', { name: /を提出する$/ })
      .first()
      .press('Enter');
    await staff.getByText('提出しました。').first().waitFor();
    const [kept] = await product.database.query<{ note: string }>(
      `select special_note as note from indicator.indicator_actual where special_note = '窓口を半年閉じた。'`,
    );
    expect(kept).toBeDefined();
  });

  it('all values of a division are handed in with one press, which is there while it has something to do', async () => {
    const [author] = await product.database.query<{ number: string }>(
      `select p.staff_number as number from directory.holders_on('2022-05-11') h
         join directory.person p on p.id = h.person_id join directory.department d on d.id = h.department_id
        where h.level = 'member' and d.name = '人事課' order by p.staff_number limit 1`,
    );
    const page = await openPage(browser, product.url);
    await page.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: author?.number },
    });
    await page.goto('/indicators/entry');
    const all = page.getByRole('button', { name: '入力した指標をまとめて提出する' });
    await all.waitFor();
    const boxes = page.getByRole('textbox', { name: /令和3年度の実績値$/ });
    expect(await boxes.count()).toBeGreaterThan(1);
    await triesAFile(page);
    for (const box of await boxes.all()) await box.fill('4');
    for (const source of await page.getByLabel('出典').all()) await source.fill('人事課調べ');
    await all.press('Enter');
    await page.getByText(`${await boxes.count()}件を提出しました。`).waitFor();
    await all.waitFor({ state: 'detached' });
    // Who pressed it goes on from what came of it.
    expect(await page.evaluate<string>('document.activeElement.textContent')).toMatch(/件を提出しました。$/);
    await page.context().close();
  });

  it('the manager lets somebody decide while she is away', async () => {
    await manager.goto('/me/mail');
    await manager.getByRole('button', { name: '不在を入力する' }).click();
    await manager.getByRole('textbox', { name: '始まりの日' }).fill('令和4年5月11日');
    await manager.getByRole('textbox', { name: '終わりの日' }).fill('R4.5.13');
    const [standIn] = await product.database.query<{ name: string; number: string }>(
      `select p.name, p.staff_number as number from directory.holders_on('2022-05-11') h
         join directory.person p on p.id = h.person_id join directory.department d on d.id = h.department_id
        where h.level = 'divisionManager' and p.name <> '高橋 由紀子' and d.kind = 'division' order by d.code limit 1`,
    );
    await manager.getByRole('searchbox', { name: /探す$/ }).fill(standIn?.number ?? '');
    await manager.getByRole('radio', { name: new RegExp(standIn?.name ?? '') }).check();
    await manager.getByLabel('確認と差戻しも任せる（代決）').check();
    await picture(manager, 'absence-with-decisions');
    await manager.getByRole('button', { name: 'この内容で入力する' }).click();
    await manager.getByText('代決あり').waitFor();

    const page = await signedIn(browser, product.url, '三浦 千尋');
    await page.request.post('/api/session/sample', {
      headers: { 'x-mawasu': '1' },
      data: { staffNumber: standIn?.number },
    });
    await page.goto('/approvals');
    await page.getByText('代決：高橋 由紀子さんの代わり').first().waitFor();
    await page.getByText(/高橋 由紀子さんは.*まで不在です。/).waitFor();
    await expectSound(page);
    await picture(page, 'stand-in');
    await page.getByRole('button', { name: /^代決/ }).click();
    await page.getByText(/^代決しました：/).waitFor();
    await page.context().close();
  });

  it('back again, she looks at what was decided for her, by keyboard, and the sheet names both', async () => {
    await city.moveTo('2022-05-16');
    await manager.goto('/');
    await manager.getByText('あなたの不在中に代決されたものが1件あります。').waitFor();
    await manager.getByRole('link', { name: '後閲へ進む' }).press('Enter');
    await manager.getByRole('heading', { name: 'あなたの不在中に代決されたもの' }).waitFor();
    await expectSound(manager);
    await picture(manager, 'to-review');
    await manager
      .getByRole('button', { name: /を後閲した$/ })
      .first()
      .press('Enter');
    await manager.getByText('1件を後閲しました。').waitFor();
    await manager.goto('/');
    await manager.getByRole('heading', { level: 1, name: '要対応一覧' }).waitFor();
    await manager.getByText('あなたの不在中に代決されたもの').waitFor({ state: 'detached' });
    const [decided] = await product.database.query<{ id: string }>(
      'select task_stage_id as id from review.approval where instead_of_id is not null',
    );
    await manager.goto(`/sheets/${decided?.id}`);
    await manager.getByText(/代決（高橋 由紀子さんの代わり）・後閲済み/).waitFor();
    await picture(manager, 'sheet-with-stand-in');
  });
});
