import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct, until } from '../running/product.js';
import type { Session } from '../running/session.js';
import { City, type Sheet } from '../story/city.js';

const ITEM = '1-(1)-ア';

interface Promised {
  readonly commitments: readonly { readonly id: string }[];
  readonly commitmentAnswers?: Readonly<Record<string, { readonly text: string }>> | null;
}

interface Overview {
  readonly sections: readonly {
    readonly key: string;
    readonly openCommitments: number;
    readonly overdueCommitments: number;
  }[];
}

interface Reported {
  readonly answered: { readonly open: number; readonly overdue: number };
}

/** In spring the Plan of a year is written beside the Check of the year before: one of them asks for a promise. */
describe('a promise', () => {
  let product: Product;
  let city: City;
  let staff: Session;
  let check = '';
  let plan = '';

  beforeAll(async () => {
    product = await startProduct('sample');
    city = new City(product);
    await city.moveTo('2022-04-05');
    await until('the sheets of fiscal 2022 are there', () =>
      city.sheetId(2022, ITEM, 'plan').catch(() => undefined),
    );
    check = await city.sheetId(2021, ITEM, 'check');
    plan = await city.sheetId(2022, ITEM, 'plan');
    staff = await city.staffWritingFor(check);
  });

  afterAll(() => product.stop());

  const asked = async (id: string): Promise<string[]> =>
    (await staff.get<Promised>(`/api/sheets/${id}`)).commitments.map((one) => one.id);

  const overdue = (year = 2021) =>
    staff.get<{ total: number; rows: readonly { id: string; overdue: string | null }[] }>(
      `/api/reports/${year}/commitments?show=overdue&pageSize=100`,
    );

  it('is asked by the Check of the year before, not by the Plan beside it', async () => {
    expect((await asked(check)).length).toBeGreaterThan(0);
    expect(await asked(plan)).toEqual([]);
  });

  it('is told by the report of the year whose Check asks, and by no other, with a list that bears it out', async () => {
    const unanswered = async (year: number): Promise<number> =>
      (await staff.get<Reported>(`/api/reports/${year}/sections/1`)).answered.open;
    const listed = async (year: number): Promise<number> =>
      (await staff.get<{ total: number }>(`/api/reports/${year}/commitments?section=1&show=open`)).total;
    expect(await unanswered(2021)).toBeGreaterThan(0);
    expect(await unanswered(2022)).toBe(0);
    await product.database.query(`update review.commitment set due_on = '2022-09-30'`);
    for (const year of [2021, 2022]) {
      expect(await listed(year)).toBe(await unanswered(year));
      // The overview counts the same, and calls nothing missing before the promise's day or its Check's has passed.
      const { sections } = await staff.get<Overview>(`/api/reports/${year}`);
      const section = sections.find(({ key }) => key === '1');
      expect(section).toMatchObject({ openCommitments: await unanswered(year), overdueCommitments: 0 });
    }
    await product.database.query(
      `update cycle.cycle_stage cs set effective_due_on = '2022-04-04' from cycle.review_cycle c
        where c.id = cs.cycle_id and c.fiscal_year = 2021 and cs.stage = 'check'`,
    );
    const late = async (): Promise<number | undefined> =>
      (await staff.get<Overview>('/api/reports/2021')).sections.find(({ key }) => key === '1')
        ?.overdueCommitments;
    const all = await late();
    expect(all).toBe(await unanswered(2021));
    // Its Check is handed in, or is not to be written: then nobody is late with the answer.
    const own = (await asked(check)).length;
    expect(own).toBeGreaterThan(0);
    for (const state of ['submitted', 'not_applicable', 'approved']) {
      await product.database.query('update review.task_stage set state = $2 where id = $1', [check, state]);
      expect({ state, late: await late() }).toEqual({ state, late: (all ?? 0) - own });
    }
    await product.database.query(`update review.task_stage set state = 'none' where id = $1`, [check]);
    // One Check has more time: its promises are unanswered too, and not late.
    await product.database.query(
      `update review.task_stage set returned_due_on = '2022-06-30' where id = $1`,
      [check],
    );
    const { answered } = await staff.get<Reported>('/api/reports/2021');
    expect(answered.overdue).toBeGreaterThan(0);
    expect(answered.overdue).toBeLessThan(answered.open);
    const list = await overdue();
    expect(list.total).toBe(answered.overdue);
    expect(list.rows.every((one) => one.overdue === 'check')).toBe(true);
    await product.database.query('update review.task_stage set returned_due_on = null where id = $1', [
      check,
    ]);
  });

  it('cannot wait once its own day has passed, nor when its year was closed without an answer', async () => {
    await product.database.query(
      `update cycle.cycle_stage cs set effective_due_on = '2022-05-31' from cycle.review_cycle c
        where c.id = cs.cycle_id and c.fiscal_year = 2021 and cs.stage = 'check'`,
    );
    const [one = ''] = await asked(check);
    const dueOn = (day: string) =>
      product.database.query('update review.commitment set due_on = $2 where id = $1', [one, day]);
    const marked = async (): Promise<unknown[]> =>
      (
        await staff.get<{ commitmentAnswers: readonly { overdue: string | null }[] }>(
          '/api/reports/2021/sections/1',
        )
      ).commitmentAnswers.flatMap(({ overdue: why }) => (why === null ? [] : [why]));
    // The day itself is still a day to keep the promise on.
    await dueOn('2022-04-05');
    expect((await overdue()).rows).toEqual([]);
    await dueOn('2022-04-04');
    expect((await overdue()).rows).toMatchObject([{ id: one, overdue: 'promise' }]);
    expect(await marked()).toEqual(['promise']);
    const { answered, sections } = await staff.get<Reported & Overview>('/api/reports/2021');
    expect(answered.overdue).toBe(1);
    expect(sections.find(({ key }) => key === '1')?.overdueCommitments).toBe(1);
    // Not asked in the year after, it is not its concern either.
    expect((await overdue(2022)).rows).toEqual([]);
    const close = (state: string) =>
      product.database.query('update cycle.review_cycle set state = $1 where fiscal_year = 2021', [state]);
    await close('closed');
    const closed = await overdue();
    expect(await staff.get<Reported>('/api/reports/2021')).toMatchObject({
      open: false,
      answered: { open: closed.total },
    });
    expect(new Set(closed.rows.map(({ overdue: why }) => why))).toEqual(new Set(['promise', 'year']));
    await close('open');
    await dueOn('2022-09-30');
  });

  it('is not answered by a sheet that does not ask for it', async () => {
    const promises = await asked(check);
    const states = () =>
      product.database.query<{ state: string; answers: number }>(
        `select m.state, (select count(*)::int from review.commitment_answer x where x.commitment_id = m.id) as answers
           from review.commitment m where m.id = any($1::uuid[]) order by m.id`,
        [promises],
      );
    const before = await states();
    // An answer from when it still asked, or from a request of somebody's own.
    const { lastYear, version } = await staff.get<Sheet>(`/api/sheets/${plan}`);
    const given = Object.fromEntries(promises.map((id) => [id, { answer: 'dropped', text: 'やめた。' }]));
    const saved = await staff.put<{ version: number }>(`/api/sheets/${plan}/answers`, {
      version,
      answers: { ...lastYear?.answers, commitmentAnswers: given },
    });
    await staff.post(`/api/sheets/${plan}/submit`, { version: saved.version });
    await city.approveToTheEnd(plan);
    expect((await staff.get<Sheet>(`/api/sheets/${plan}`)).state).toBe('approved');
    expect(await states()).toEqual(before);
    await product.database.query(
      `update review.task_stage set state = 'none', answers = '{}' where id = $1`,
      [plan],
    );
  });

  it('is asked by the Plan where no Check asks', async () => {
    await product.database.query(`update review.task_stage set state = 'not_applicable' where id = $1`, [
      check,
    ]);
    expect((await asked(plan)).length).toBeGreaterThan(0);
    await product.database.query(`update review.task_stage set state = 'none' where id = $1`, [check]);
  });

  it('keeps its answer on the sheet that gave it, whatever closes it meanwhile', async () => {
    const promises = await asked(check);
    const given = { results: 'ＰＩを38事業で活用した。', settledCost: '1200', grade: 'B' };
    await city.write(staff, check, await city.checkAnswers(staff, check, given));
    await product.database.query(
      `update review.commitment set state = 'done', closed_on = '2022-04-05' where id = any($1::uuid[])`,
      [promises],
    );
    expect(await asked(check)).toEqual(promises);
    const chief = await city.firstApprover(check);
    const { commitments, commitmentAnswers } = await chief.get<Promised>(`/api/approvals/${check}`);
    expect(commitments.map(({ id }) => id)).toEqual(promises);
    expect(Object.keys(commitmentAnswers ?? {}).toSorted()).toEqual(promises.toSorted());
    expect((await staff.get<Sheet>(`/api/sheets/${check}`)).missing).toEqual([]);
  });

  it('that a Check leaves as changed is asked by the next Check, and by nobody in between', async () => {
    const promises = await asked(check);
    await product.database.query(
      `update review.commitment set state = 'changed', closed_on = null where id = any($1::uuid[])`,
      [promises],
    );
    await city.approveToTheEnd(check);
    await product.database.query(
      `update review.commitment set state = 'changed', closed_on = null where id = any($1::uuid[])`,
      [promises],
    );
    expect(await asked(plan)).toEqual([]);
    const next = await city.sheetId(2022, ITEM, 'check');
    expect((await asked(next)).toSorted()).toEqual(promises.toSorted());
  });

  it('is asked by the later of two Checks once the year of the earlier is over', async () => {
    const later = await city.sheetId(2022, ITEM, 'check');
    const before = await asked(later);
    await product.database.query(`update review.task_stage set state = 'drafting' where id = $1`, [check]);
    expect(before.length).toBeGreaterThan(0);
    expect((await asked(later)).filter((id) => before.includes(id))).toEqual([]);
    await product.database.query(`update cycle.review_cycle set state = 'closed' where fiscal_year = 2021`);
    expect((await asked(later)).toSorted()).toEqual(before.toSorted());
  });
});
