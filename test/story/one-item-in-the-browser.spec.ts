import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Product, startProduct, until } from '../running/product.js';
import { openBrowser, picture, signedIn } from './browser.js';
import { City, type Sheet } from './city.js';

const ITEM = '1-(1)-ア';

/** One item through Plan, Do, Check and Act of fiscal 2022, done by the people of the sample city in their browsers. */
describe('one item through a whole year, in the browser', () => {
  let product: Product;
  let city: City;
  let browser: Browser;
  let staff: Page;
  let manager: Page;
  let planner: Page;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    browser = await openBrowser();
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, ITEM, 'plan').catch(() => undefined),
    );
    staff = await signedIn(browser, product.url, '三浦 千尋');
    manager = await signedIn(browser, product.url, '高橋 由紀子');
    planner = await signedIn(browser, product.url, '上田 大輔');
  });

  afterAll(async () => {
    await browser.close();
    await product.stop();
  });

  async function moveTo(date: string): Promise<void> {
    await planner.goto('/');
    await planner.getByRole('button', { name: '日付を進める' }).click();
    await planner.getByLabel('進める日付').fill(date);
    await planner.getByRole('button', { name: 'この日付へ進める' }).click();
    await until(`it is ${date}`, async () => (await city.today()) === date);
  }

  async function open(page: Page, year: number, stage: string): Promise<string> {
    const id = await city.sheetId(year, ITEM, stage);
    await page.goto(`/sheets/${id}`);
    await page.getByRole('button', { name: /確認へ提出する/ }).waitFor();
    return id;
  }

  /** Submits and waits until the sheet says so. */
  async function submit(page: Page, id: string): Promise<void> {
    await page.getByRole('button', { name: /確認へ提出する/ }).click();
    await until('the sheet is handed in', async () => (await stateOf(id)) === 'submitted', 10_000).catch(
      async (error: unknown) => {
        throw new Error(`${String(error)}\n${(await page.locator('main').innerText()).slice(0, 3000)}`);
      },
    );
  }

  async function stateOf(id: string): Promise<string | undefined> {
    const [row] = await product.database.query<{ state: string }>(
      'select state from review.task_stage where id = $1',
      [id],
    );
    return row?.state;
  }

  async function managerConfirms(id: string): Promise<void> {
    await manager.goto('/approvals');
    await manager.goto(`/approvals/${id}`);
    await manager.getByRole('button', { name: /^確認(する|して次へ)$/ }).click();
    await until('the manager has confirmed', async () => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from review.approval where task_stage_id = $1 and decision = 'approved'`,
        [id],
      );
      return (row?.n ?? 0) > 0;
    });
  }

  it('Plan: last year is confirmed with one press, and the sheet goes to the manager', async () => {
    await staff.goto('/');
    await staff
      .getByRole('link', { name: /PI実施方針に沿って/ })
      .first()
      .click();
    await staff.getByRole('heading', { level: 1, name: /PI実施方針に沿って/ }).waitFor();
    const id = await open(staff, 2022, 'plan');
    // An amount in 円 instead of 千円, or with a digit too many, is doubted where it is typed.
    const budget = staff.getByRole('textbox', { name: '予算額' });
    await budget.fill('84200000');
    await staff
      .locator('#d-budget')
      .getByText(/「予算額」は前年度（.+）と桁が違います/)
      .waitFor();
    expect(await budget.getAttribute('aria-describedby')).toContain('d-budget');
    await budget.fill('8420');
    await staff.locator('#d-budget').waitFor({ state: 'detached' });
    // An amount below zero is a slip: it is said at its field and among what is left, and what was there stays.
    await budget.fill('-5');
    await staff.locator('#u-f-budget').getByText('0以上の値にしてください').waitFor();
    expect(await budget.getAttribute('aria-invalid')).toBe('true');
    await staff
      .locator('.todo')
      .getByRole('link', { name: /予算額を0以上の値にする/ })
      .waitFor();
    const kept = await product.database.query<{ budget: string }>(
      `select answers ->> 'budget' as budget from review.task_stage where id = $1`,
      [id],
    );
    expect(kept).toEqual([{ budget: '8420' }]);
    await budget.fill('8420');
    await staff.locator('#u-f-budget').waitFor({ state: 'detached' });
    // What is taken away stays away while one goes on writing.
    await staff.getByRole('button', { name: '変更する：取組の内容' }).click();
    const activities = staff.getByRole('textbox', { name: '取組の内容' });
    await activities.fill('');
    await activities.pressSequentially('別の内容。');
    expect(await activities.inputValue()).toBe('別の内容。');
    // Also when it was emptied before, and the page was opened anew since.
    await activities.fill('');
    await staff.reload();
    await staff.getByRole('button', { name: '変更する：取組の内容' }).click();
    await activities.fill('');
    await activities.pressSequentially('別の内容。');
    expect(await activities.inputValue()).toBe('別の内容。');
    await staff.getByRole('button', { name: '前年に戻す：取組の内容' }).click();
    await staff.getByRole('button', { name: /^未確認の\d+項目(（うち任意\d+）)?を前年のまま確定$/ }).click();
    await answerPromises();
    await complete(id);
    await submit(staff, id);
    // Whoever has more to write goes straight on.
    const next = staff.getByRole('link', { name: /^次のシートへ（あと\d+件）$/ });
    await next.waitFor();
    expect(await next.getAttribute('href')).not.toBe(`/sheets/${id}`);
    await picture(staff, 'handed-in');
    // Also when the manager reads it already, and nothing can be taken back any more.
    await manager.goto(`/approvals/${id}`);
    await manager.getByRole('button', { name: '差し戻す' }).waitFor();
    await until('the manager has opened it', async () => {
      const opened = await product.database.query(
        'select 1 from review.approval where task_stage_id = $1 and opened_at is not null',
        [id],
      );
      return opened.length > 0 ? true : undefined;
    });
    await staff.reload();
    await next.waitFor();
    expect(await staff.getByRole('button', { name: '引き戻す' }).count()).toBe(0);
    await managerConfirms(id);
    expect(await stateOf(id)).toBe('approved');
  });

  it('a second-year sheet with nothing new is handed in with three presses, counted from the list', async () => {
    const [sheet] = await product.database.query<{ id: string }>(
      `select ts.id from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
         join cycle.review_cycle c on c.id = t.cycle_id and c.fiscal_year = 2022
         join plan.assignment a on a.id = t.assignment_id and a.item_id is not null
         join directory.department d on d.id = t.current_department_id and d.name = '市民協働課'
        where ts.stage = 'plan' and ts.state = 'none'
          and not exists (select 1 from review.commitments_to_answer(a.item_id, 2022, 'plan')) limit 1`,
    );
    const id = sheet?.id ?? '';
    await staff.goto('/');
    await staff.locator(`a[href="/sheets/${id}"]`).first().click();
    await staff.getByRole('button', { name: /^未確認の\d+項目(（うち任意\d+）)?を前年のまま確定$/ }).click();
    await staff.getByRole('button', { name: /確認へ提出する/ }).click();
    await until('the sheet is handed in', async () => (await stateOf(id)) === 'submitted', 10_000);
  });

  it('Do: in October the mid-year progress is written', async () => {
    await moveTo('2022-10-03');
    const id = await open(staff, 2022, 'do');
    await staff.getByRole('radio', { name: '計画どおり', exact: true }).check();
    await staff
      .getByRole('textbox', { name: /これまでに行ったこと/ })
      .fill('上半期に21事業でＰＩの手法を使った。');
    await answerPromises();
    await complete(id);
    await submit(staff, id);
    await managerConfirms(id);
    expect(await stateOf(id)).toBe('approved');
  });

  it('Check: results stand beside last year, a return comes back with its reason, the difference is what is read', async () => {
    await moveTo('2023-04-03');
    await city.yearIsOver(2021);
    const id = await open(staff, 2022, 'check');
    await fillCheck();
    await complete(id);
    await submit(staff, id);
    await manager.goto(`/approvals/${id}`);
    await manager.getByRole('button', { name: '差し戻す' }).click();
    await manager.getByRole('textbox', { name: '理由' }).fill('参加者の数も書いてください。');
    await manager.getByRole('button', { name: '理由を付けて差し戻す' }).click();
    await until('it came back', async () => (await stateOf(id)) === 'drafting');
    await staff.goto('/');
    await staff.getByText('参加者の数も書いてください。').waitFor();
    // So do the item's own page, and the list of its section.
    await staff.goto(`/items/${encodeURIComponent(ITEM)}`);
    await staff.getByRole('row', { name: /点検.*差戻し/ }).waitFor();
    await staff.goto('/plan/1');
    await staff
      .locator('li', { hasText: /PI実施方針に沿って/ })
      .getByText('差戻し')
      .waitFor();
    await open(staff, 2022, 'check');
    const results = staff.getByRole('textbox', { name: /取組の成果/ });
    await results.fill('ＰＩの手法を41事業で活用し、延べ1,300人が参加した。');
    await submit(staff, id);
    await manager.goto(`/approvals/${id}`);
    await manager.getByText('差戻しのあとに変わったところ').first().waitFor();
    await managerConfirms(id);
    await city.approveToTheEnd(id);
    expect(await stateOf(id)).toBe('approved');
  });

  it('Act: a promise is made and confirmed up to the planning division', async () => {
    await moveTo('2023-06-01');
    const id = await open(staff, 2022, 'act');
    await staff.getByRole('textbox', { name: /課題/ }).first().fill('若い世代の参加が少ない。');
    await staff.getByRole('radio', { name: '改善', exact: true }).check();
    await complete(id);
    await submit(staff, id);
    expect((await city.approveToTheEnd(id)).at(-1)).toBe('企画課長');
  });

  it('the section report shows the year as a paper', async () => {
    await staff.goto('/reports/2022/sections/1');
    await staff.getByText('延べ1,300人が参加した。').locator('visible=true').first().waitFor();
    expect(await staff.getByRole('heading', { name: /取組の結果/ }).count()).toBeGreaterThan(0);
  });

  /** Every promise of earlier years that waits in this stage is answered. */
  async function answerPromises(): Promise<void> {
    for (const group of await staff.getByRole('group', { name: /^改善策\d+への回答$/ }).all()) {
      await group.getByRole('button', { name: '実行した' }).click();
      await staff.getByRole('textbox', { name: 'いつ、何をしたか' }).last().fill('予定どおり行った。');
    }
  }

  async function fillCheck(): Promise<void> {
    await staff.getByRole('textbox', { name: /取組の成果/ }).fill('ＰＩの手法を41事業で活用した。');
    for (const box of await staff.getByRole('textbox', { name: /の実績$/ }).all()) await box.fill('40');
    await staff.getByRole('textbox', { name: /決算見込額/ }).fill('8000');
    await staff.getByRole('textbox', { name: /人工（実績）/ }).fill('1.3');
    await staff.getByRole('radio', { name: /ＰＩ/ }).check();
    await staff.getByRole('radio', { name: /おおむね計画どおり/ }).check();
    await staff.getByRole('textbox', { name: /理由/ }).first().fill('おおむね計画どおりに進んだため。');
    await answerPromises();
  }

  /** Autosave has reached the server and nothing is missing any more. */
  async function complete(id: string): Promise<void> {
    const who = await city.staffOf('市民協働課');
    const missing = async (): Promise<Sheet['missing']> =>
      (await who.get<Sheet>(`/api/sheets/${id}`)).missing;
    await until('autosave has kept everything', async () => (await missing()).length === 0).catch(
      async () => {
        throw new Error(
          `missing: ${JSON.stringify(await missing())}\n${(await staff.locator('main').innerText()).slice(0, 3000)}`,
        );
      },
    );
  }
});
