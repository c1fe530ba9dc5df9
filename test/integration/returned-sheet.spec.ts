import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City, type Sheet } from '../story/city.js';

interface Concerned {
  readonly version: number;
  readonly concerns: readonly { readonly code: string }[];
}

interface Returned {
  readonly reason: string;
  readonly places: readonly string[];
}

interface Returns {
  readonly promisesSinceReturn: number;
  readonly lastReturn: Returned | null;
  readonly earlierReturns: readonly Returned[];
}

interface Queue {
  readonly rows: readonly {
    readonly taskStageId: string;
    readonly concerns: number;
    readonly sinceReturn: number | null;
  }[];
}

interface TodayRow {
  readonly taskStageId: string;
  readonly returned: Returned | null;
}

interface Chain {
  readonly chain: readonly { readonly state: string; readonly personName: string | null }[];
}

/** A sheet that came back says whether anything was done about it: to its author, in the queue and to who decides. */
describe('a returned sheet', () => {
  let product: Api;
  let city: City;
  let staff: Session;
  let chief: Session;
  let id = '';

  beforeAll(async () => {
    product = await startApi('sample');
    city = new City(product);
    await city.moveTo('2022-05-11');
    id = await city.sheetId(2021, '1-(1)-ア', 'check');
    staff = await city.staffWritingFor(id);
    const answers = { results: 'ＰＩを38事業で活用した。', settledCost: '1200', grade: 'B' };
    await city.write(staff, id, await city.checkAnswers(staff, id, answers));
    chief = await city.firstApprover(id);
    const { version } = await chief.get<Concerned>(`/api/approvals/${id}`);
    // A slip of years would take the sheet off everybody's list.
    const slip = await chief.send('POST', `/api/approvals/${id}/return`, {
      version,
      reason: '約束への回答を詳しく。',
      places: [],
      dueOn: '2099-01-01',
    });
    expect(slip).toMatchObject({ status: 422, body: { code: 'review.due_after_close' } });
    await chief.post(`/api/approvals/${id}/return`, {
      version,
      reason: '約束への回答を詳しく。',
      places: ['settledCost', 'commitmentAnswers', 'settledCost'],
    });
  });

  afterAll(() => product.stop());

  const unchanged = async (who: Session, path: string): Promise<boolean> =>
    (await who.get<Concerned>(path)).concerns.some(({ code }) => code === 'unchanged_since_return');
  const inQueue = async (): Promise<Queue['rows'][number] | undefined> =>
    (await chief.get<Queue>('/api/approvals?page=1&pageSize=100')).rows.find(
      ({ taskStageId }) => taskStageId === id,
    );
  const submit = async (): Promise<void> => {
    const { version } = await staff.get<Sheet>(`/api/sheets/${id}`);
    await staff.post(`/api/sheets/${id}/submit`, { version });
  };

  it('keeps the fields it is about as data, wherever its reason is read', async () => {
    const places = ['settledCost', 'commitmentAnswers'];
    const { returned, chain } = await staff.get<{
      returned: readonly Returned[];
      chain: readonly Returned[];
    }>(`/api/sheets/${id}`);
    expect(returned).toMatchObject([{ reason: '約束への回答を詳しく。', places }]);
    expect(chain.map((step) => step.places)).toContainEqual(places);
    const { groups } = await staff.get<{ groups: readonly { rows: readonly TodayRow[] }[] }>('/api/today');
    const row = groups.flatMap(({ rows }) => rows).find(({ taskStageId }) => taskStageId === id);
    expect(row?.returned?.places).toEqual(places);
  });

  it('that is handed in as it was says so to all three', async () => {
    expect(await unchanged(staff, `/api/sheets/${id}`)).toBe(true);
    await submit();
    expect(await unchanged(chief, `/api/approvals/${id}`)).toBe(true);
    expect(await inQueue()).toMatchObject({ concerns: 1, sinceReturn: 0 });
  });

  it('says to whom it waits, and is decided by nobody else', async () => {
    interface Waits {
      readonly mayDecide: boolean;
      readonly waitsFor: string | null;
    }
    const own = await chief.get<Waits>(`/api/approvals/${id}`);
    expect(own).toMatchObject({ mayDecide: true, waitsFor: expect.stringMatching(/課長/) });
    const other = await (await city.planner()).get<Waits>(`/api/approvals/${id}`);
    expect(other).toMatchObject({ mayDecide: false, waitsFor: own.waitsFor });
    const unwritten = await city.sheetId(2021, '1-(1)-イ', 'act');
    const nobody = await (await city.planner()).get<Waits>(`/api/approvals/${unwritten}`);
    expect(nobody).toMatchObject({ mayDecide: false, waitsFor: null });
  });

  it('that its author takes back names nobody on the posts who does not sit there', async () => {
    const holders = (await chief.get<Chain>(`/api/approvals/${id}`)).chain.map(
      ({ personName }) => personName,
    );
    const { version } = await staff.get<Sheet>(`/api/sheets/${id}`);
    await staff.post(`/api/sheets/${id}/withdraw`, { version });
    const { chain } = await staff.get<Chain>(`/api/sheets/${id}`);
    expect(chain.map(({ state }) => state)).toContain('withdrawn');
    expect(chain.map(({ personName }) => personName)).toEqual(holders);
    await submit();
  });

  it('in which only the answer to a promise was changed does not', async () => {
    const { version } = await chief.get<Concerned>(`/api/approvals/${id}`);
    const again = { version, reason: '日付も書いてください。' };
    // A field of another stage leads nowhere.
    const refused = await chief.send('POST', `/api/approvals/${id}/return`, { ...again, places: ['goal'] });
    expect(refused).toMatchObject({ status: 422, body: { code: 'review.unknown_field' } });
    await chief.post(`/api/approvals/${id}/return`, again);
    const sheet = await staff.get<Sheet>(`/api/sheets/${id}`);
    expect(sheet.commitments.length).toBeGreaterThan(0);
    const commitmentAnswers = Object.fromEntries(
      sheet.commitments.map((promise) => [promise.id, { answer: 'done', text: '6月と9月に行った。' }]),
    );
    const saved = await staff.put<Concerned>(`/api/sheets/${id}/answers`, {
      version: sheet.version,
      answers: { commitmentAnswers },
    });
    expect(saved.concerns.map(({ code }) => code)).not.toContain('unchanged_since_return');
    await submit();
    expect(await unchanged(chief, `/api/approvals/${id}`)).toBe(false);
    expect(await inQueue()).toMatchObject({ concerns: 0, sinceReturn: sheet.commitments.length });
    // Who decides reads both reasons, the newest first.
    const { lastReturn, earlierReturns, promisesSinceReturn } = await chief.get<Returns>(
      `/api/approvals/${id}`,
    );
    expect(promisesSinceReturn).toBe(sheet.commitments.length);
    expect([lastReturn, ...earlierReturns]).toMatchObject([
      { reason: '日付も書いてください。', places: [] },
      { reason: '約束への回答を詳しく。', places: ['settledCost', 'commitmentAnswers'] },
    ]);
  });
});
