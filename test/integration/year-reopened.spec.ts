import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import { openBrowser, openPage } from '../story/browser.js';
import { City, type Sheet, type Today } from '../story/city.js';

describe('a year that is over', () => {
  let product: Product;
  let city: City;

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, '1-(1)-ア', 'plan').catch(() => undefined),
    );
    const staff = await city.staffOf('市民協働課');
    const id = await city.sheetId(2021, '1-(1)-イ', 'check');
    const answers = await city.checkAnswers(staff, id, {
      results: '12団体',
      settledCost: '4870',
      grade: 'B',
    });
    await city.write(staff, id, answers);
    await city.moveTo('2023-04-03');
    await until('fiscal 2021 is closed', async () => {
      const [row] = await product.database.query<{ state: string }>(
        'select state from cycle.review_cycle where fiscal_year = 2021',
      );
      return row?.state === 'closed';
    });
  });

  afterAll(() => product.stop());

  async function reopenInTheBrowser(year: number, reason: string): Promise<void> {
    const browser = await openBrowser();
    try {
      const page = await openPage(browser, product.url);
      await page.goto('/sign-in');
      await page.getByRole('button', { name: /企画課 係長/ }).click();
      await page.getByRole('heading', { name: '要対応一覧' }).waitFor();
      await page.goto(`/cycle/${year}`);
      await page.getByRole('button', { name: '再開する' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '再開する' }).click();
      await dialog.getByText('理由を書いてください。').waitFor();
      await dialog.getByLabel('再開する理由').fill(reason);
      await dialog.getByLabel('書ける最後の日').fill('令和5年6月30日');
      await dialog.getByRole('button', { name: '再開する' }).click();
      await dialog.waitFor({ state: 'hidden' });
    } finally {
      await browser.close();
    }
  }

  it('asks nobody for anything: what still waited is in no list and no counter', async () => {
    const manager = await city.firstApprover(await city.sheetId(2021, '1-(1)-イ', 'check'));
    const [queue, counts] = await Promise.all([
      manager.get<{ total: number; rows: { fiscalYear: number }[] }>('/api/approvals'),
      manager.get<{ approvals: number }>('/api/counts'),
    ]);
    expect(queue.rows.filter(({ fiscalYear }) => fiscalYear === 2021)).toEqual([]);
    expect(counts.approvals).toBe(queue.total);
    const today = await (await city.staffOf('市民協働課')).get<Today>('/api/today');
    expect(today.groups.flatMap((g) => g.rows).filter(({ fiscalYear }) => fiscalYear === 2021)).toEqual([]);
    const report = await (
      await city.planner()
    ).get<{ completion: { late: number; sheets: number; submitted: number } }>('/api/reports/2021');
    expect(report.completion.late).toBe(report.completion.sheets - report.completion.submitted);
  });

  it('is reopened by the planner with a reason, until a day, and goes on where it stood', async () => {
    const planner = await city.planner();
    const reopen = (year: number, body: object) => planner.send('POST', `/api/cycles/${year}/reopen`, body);
    const reason = '決算額の訂正のため';
    expect(await reopen(2022, { reason, closesOn: '2023-06-30' })).toMatchObject({
      status: 409,
      body: { code: 'cycle.not_over' },
    });
    expect(await reopen(2021, { reason, closesOn: '2023-03-31' })).toMatchObject({
      status: 422,
      body: { places: [{ field: 'closesOn' }] },
    });
    expect((await reopen(2021, { reason: '  ', closesOn: '2023-06-30' })).status).toBe(422);
    await reopenInTheBrowser(2021, reason);
    expect(await planner.get<object>('/api/cycles/2021')).toMatchObject({
      state: 'open',
      closesOn: '2023-06-30',
    });
    const id = await city.sheetId(2021, '1-(1)-イ', 'check');
    expect(await city.approveToTheEnd(id)).toHaveLength(3);
    const sheet = await (await city.staffOf('市民協働課')).get<Sheet>(`/api/sheets/${id}`);
    expect(sheet.state).toBe('approved');
    const [audit] = await product.database.query<{ detail: object }>(
      `select detail from audit.audit_entry where action = 'review_cycle.reopened'`,
    );
    expect(audit?.detail).toMatchObject({ fiscalYear: 2021, reason, from: 'closed' });
  });

  it('is mended, not begun anew: a year that was brought in as history is given no sheets when it is reopened', async () => {
    const tasks = async (): Promise<number> =>
      (
        await product.database.query<{ n: number }>(
          `select count(*)::int as n from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id where c.fiscal_year = 2019`,
        )
      )[0]?.n ?? 0;
    const before = await tasks();
    await (await city.planner()).post('/api/cycles/2019/reopen', { reason: '誤記', closesOn: '2023-06-30' });
    await city.moveTo('2023-04-04');
    await until('the next morning has come', async () => {
      const [row] = await product.database.query<{ n: number }>(
        `select count(*)::int as n from jobs.timetable_slot where job = 'distribute-annual-tasks' and slot > '2023-04-03T12:00:00Z'`,
      );
      return (row?.n ?? 0) > 0;
    });
    expect(await tasks()).toBe(before);
  });
});
