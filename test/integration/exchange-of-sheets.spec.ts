import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvOf, ExchangeCity } from './exchange-city.js';

interface Stage {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly settled: string | null;
}

describe('an import of sheets', () => {
  let city: ExchangeCity;

  beforeAll(async () => {
    city = await ExchangeCity.start('sample');
  });
  afterAll(() => city.stop());

  const stageOf = async (year: number, item: string, department: string, stage: string): Promise<Stage> => {
    const [found] = await city.database.query<Stage>(
      `select ts.id, ts.state, ts.version, ts.answers, ts.settled_cost::text as settled from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id
         join plan.assignment a on a.id = t.assignment_id join plan.program_item i on i.id = a.item_id
         join directory.department d on d.id = a.department_id
        where c.fiscal_year = $1 and i.key = $2 and d.code = $3 and ts.stage = $4`,
      [year, item, department, stage],
    );
    if (!found) throw new Error(`no ${stage} of ${item} in ${year}`);
    return found;
  };
  const ITEM = { 体系番号: '1-(1)-ア', 所属コード: '040102' };

  it('changes the columns it has and leaves the others: settled amounts from the accounts', async () => {
    const before = await stageOf(2020, '1-(1)-ア', '040102', 'check');
    const file = csvOf([{ 年度: '令和2年度', ...ITEM, 決算額: '7,215' }]);
    expect(await city.import('sheet-history', file)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    const after = await stageOf(2020, '1-(1)-ア', '040102', 'check');
    expect(after).toMatchObject({ state: 'approved', version: before.version + 1, settled: '7215' });
    expect(after.answers).toEqual({ ...before.answers, settledCost: '7215' });
    const versions = await city.database.query(
      `select number, cause, business_date::text as on, answers->>'settledCost' as settled from review.stage_version
        where task_stage_id = $1 order by number`,
      [after.id],
    );
    expect(versions).toEqual([
      { number: 1, cause: 'imported', on: '2022-04-01', settled: '7210' },
      { number: 2, cause: 'imported', on: '2022-04-01', settled: '7215' },
    ]);
    expect(await city.import('sheet-history', file)).toEqual({ added: 0, changed: 0, unchanged: 1 });
  });

  it('keeps answers that no column carries, and entries beyond the last place of a list', async () => {
    const { id } = await stageOf(2020, '1-(1)-ア', '040102', 'plan');
    const seven = Array.from({ length: 7 }, (_, at) => ({ name: `指標${at + 1}`, unit: '件', target: '1' }));
    await city.database.query(`update review.task_stage set answers = answers || $2::jsonb where id = $1`, [
      id,
      JSON.stringify({ activityIndicators: seven, commitmentAnswers: {} }),
    ]);
    const bytes = await city.export('sheet-history');
    expect(await city.import('sheet-history', { name: 'all.csv', bytes })).toMatchObject({
      added: 0,
      changed: 0,
    });
    await city.import('sheet-history', csvOf([{ 年度: '2020', ...ITEM, 今年度の目標: '直した目標' }]));
    const { answers } = await stageOf(2020, '1-(1)-ア', '040102', 'plan');
    expect(answers).toMatchObject({ goal: '直した目標', activityIndicators: seven, commitmentAnswers: {} });
  });

  it('lets promises that nobody has answered follow the corrected words', async () => {
    const [open] = await city.database.query<{ id: string; item: string; department: string }>(
      `select m.id, i.key as item, d.code as department from review.commitment m
         join review.task_stage ts on ts.id = m.task_stage_id join review.annual_task t on t.id = ts.task_id
         join plan.program_item i on i.id = m.item_id join directory.department d on d.id = t.department_id
        where m.state = 'open' and m.position = 1
          and not exists (select 1 from review.commitment o where o.task_stage_id = m.task_stage_id and o.id <> m.id) limit 1`,
    );
    const row = { 年度: '2020', 体系番号: open?.item ?? '', 所属コード: open?.department ?? '' };
    const promise = { 改善策1: '新しい約束', 改善策担当1: '課長', 改善策期限1: '2022-09-30' };
    const second = { 改善策2: '二つ目', 改善策担当2: '課長', 改善策期限2: '2022-10-31' };
    const of = (): Promise<object[]> =>
      city.database.query(
        `select m.position, m.what, m.due_on::text as due from review.commitment m
          where m.task_stage_id = (select o.task_stage_id from review.commitment o where o.id = $1) order by 1`,
        [open?.id],
      );
    await city.import('sheet-history', csvOf([{ ...row, ...promise, ...second }]));
    expect(await of()).toEqual([
      { position: 1, what: '新しい約束', due: '2022-09-30' },
      { position: 2, what: '二つ目', due: '2022-10-31' },
    ]);
    const none = { 改善策2: '', 改善策担当2: '', 改善策期限2: '' };
    await city.import('sheet-history', csvOf([{ ...row, ...promise, ...none }]));
    expect(await of()).toEqual([{ position: 1, what: '新しい約束', due: '2022-09-30' }]);
  });

  it('never overwrites what people are writing', async () => {
    const { id } = await stageOf(2021, '1-(1)-イ', '040102', 'check');
    await city.database.query(`update review.task_stage set state = 'drafting', version = 1 where id = $1`, [
      id,
    ]);
    const file = csvOf([{ 年度: '2021', 体系番号: '1-(1)-イ', 所属コード: '040102', 取組の成果: '取込み' }]);
    expect(await city.refusal('sheet-history', file)).toEqual([[2, '取組の成果', 'review.stage_in_work']]);
    const bytes = await city.export('sheet-history');
    expect(await city.import('sheet-history', { name: 'all.csv', bytes })).toMatchObject({
      added: 0,
      changed: 0,
    });
  });

  it('leaves a published year as it is', async () => {
    await city.database.query(`update cycle.review_cycle set state = 'published' where fiscal_year = 2019`);
    const file = csvOf([{ 年度: '2019', ...ITEM, 決算額: '1' }]);
    expect(await city.refusal('sheet-history', file)).toEqual([[2, '決算額', 'review.year_published']]);
    for (const name of ['sheet-history', 'commitment-answers']) {
      const bytes = await city.export(name);
      expect(await city.import(name, { name: 'all.csv', bytes })).toMatchObject({ added: 0, changed: 0 });
    }
    await city.database.query(`update cycle.review_cycle set state = 'closed' where fiscal_year = 2019`);
  });

  it('shows an answer in its sheet and brings the promise to where it leaves it', async () => {
    const promise = {
      年度: '2021',
      体系番号: '5-(5)-ア',
      改善策の年度: '2019',
      改善策: '台帳の様式を全庁で統一する。',
    };
    const answer = { 回答: '変更', 内容: '期限を改めた。', 段階: '計画' };
    const change = { 変更後の改善策: '台帳の様式を4月から統一する。', 変更後の期限: '令和4年9月30日' };
    const file = csvOf([{ ...promise, ...answer, ...change }]);
    expect(await city.import('commitment-answers', file)).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect(await city.import('commitment-answers', file)).toEqual({ added: 0, changed: 0, unchanged: 1 });
    const [stored] = await city.database.query<{ id: string }>(
      `select m.id, m.state, m.what, m.due_on::text as due, m.closed_on from review.commitment m
        where m.what = '台帳の様式を4月から統一する。'`,
    );
    expect(stored).toMatchObject({ state: 'changed', due: '2022-09-30', closed_on: null });
    const { answers } = await stageOfLead('5-(5)-ア');
    expect((answers['commitmentAnswers'] as Record<string, unknown>)[stored?.id ?? '']).toEqual({
      answer: 'changed',
      text: '期限を改めた。',
      what: '台帳の様式を4月から統一する。',
      dueOn: '2022-09-30',
    });
    const bytes = await city.export('commitment-answers', 'xlsx');
    expect(await city.import('commitment-answers', { name: 'all.xlsx', bytes })).toMatchObject({
      added: 0,
      changed: 0,
    });
  });

  const stageOfLead = async (item: string): Promise<Stage> => {
    const [found] = await city.database.query<{ code: string }>(
      `select d.code from plan.assignment a join plan.program_item i on i.id = a.item_id
         join directory.department d on d.id = a.department_id where i.key = $1 and a.role = 'lead'`,
      [item],
    );
    return stageOf(2021, item, found?.code ?? '', 'plan');
  };
});
