import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { csvOf, ExchangeCity, sampleFile } from './exchange-city.js';

const TABLES = [
  'departments',
  'people',
  'assignments',
  'indicator-settings',
  'indicator-history',
  'sheet-history',
  'commitment-answers',
  'section-history',
];
const FORMATS = [
  ['csv', 'utf-8'],
  ['csv', 'shift_jis'],
  ['xlsx', 'utf-8'],
] as const;

/** What the product keeps, without the identities and instants that differ from one database to the next. */
const FINGERPRINTS = [
  `select d.code, d.name, d.kind, d.office, d.valid_from::text, d.valid_to::text, p.code as parent, c.code as coordinating
     from directory.department d left join directory.department p on p.id = d.parent_id
     left join directory.department c on c.id = d.coordinating_division_id order by d.code`,
  `select a.code as above, d.code, k.depth from directory.department_closure k
     join directory.department a on a.id = k.ancestor_id join directory.department d on d.id = k.descendant_id order by 1, 2`,
  `select fiscal_year, state, opened_on::text, closes_on::text from cycle.review_cycle order by fiscal_year`,
  `select c.fiscal_year, i.key, d.code, ts.stage, ts.state, ts.answers - 'commitmentAnswers' as answers, ts.budget::float,
          ts.settled_cost::float, ts.person_years::float, ts.grade, ts.direction, ts.participation, su.staff_number,
          ts.submitted_on::text, ts.approved_on::text
     from review.task_stage ts join review.annual_task t on t.id = ts.task_id
     join cycle.review_cycle c on c.id = t.cycle_id join plan.assignment a on a.id = t.assignment_id
     join plan.program_item i on i.id = a.item_id join directory.department d on d.id = a.department_id
     left join directory.person su on su.id = ts.submitter_id order by 1, 2, 3, 4`,
  `select c.fiscal_year, s.key, ts.state, ts.answers, ts.grade, ts.approved_on::text from review.task_stage ts
     join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id
     join plan.assignment a on a.id = t.assignment_id join plan.section s on s.id = a.section_id
    where ts.stage = 'review' and ts.state = 'approved' order by 1, 2`,
  `select i.key, m.made_in_fiscal_year, m.position, m.what, m.who, m.due_on::text, m.state, m.closed_on::text
     from review.commitment m join plan.program_item i on i.id = m.item_id order by 1, 2, 3`,
  `select m.what, x.answer, x.text, x.answered_on::text from review.commitment_answer x
     join review.commitment m on m.id = x.commitment_id order by 1, 2, 3`,
  `select pe.staff_number, ap.decided_on::text, po.title, count(*)::int from review.approval ap
     join directory.person pe on pe.id = ap.person_id join directory.post po on po.id = ap.post_id
    group by 1, 2, 3 order by 1, 2, 3`,
];

describe('the tables of a city', () => {
  let city: ExchangeCity;

  beforeAll(async () => {
    city = await ExchangeCity.start('sample');
  });
  afterAll(() => city.stop());

  it('are these, each with its file in the sample city', () => {
    expect(city.tables.map(({ name }) => name)).toEqual(TABLES);
  });

  it.each(TABLES)('take the sample file of %s again and change nothing', async (name) => {
    const counts = await city.import(name, sampleFile(name));
    expect(counts).toMatchObject({ added: 0, changed: 0 });
    expect(counts.unchanged).toBeGreaterThan(0);
  });

  describe.each(FORMATS)('as %s in %s', (format, encoding) => {
    it.each(TABLES)('come in again as they went out: %s', async (name) => {
      const bytes = await city.export(name, format, encoding);
      const counts = await city.import(name, { name: `${name}.${format}`, bytes });
      expect(counts).toMatchObject({ added: 0, changed: 0 });
      expect(counts.unchanged).toBeGreaterThan(0);
    });
  });

  it('write one audit entry for each import', async () => {
    const entries = () =>
      city.database.query<{ detail: unknown; business_date: string }>(
        `select detail, business_date::text from audit.audit_entry where action = 'table.imported' order by id`,
      );
    const before = (await entries()).length;
    await city.import('departments', sampleFile('departments'));
    expect((await entries()).slice(before)).toEqual([
      {
        business_date: '2022-04-01',
        detail: { file: 'departments.csv', added: 0, changed: 0, unchanged: 113 },
      },
    ]);
  });

  it('take the actual values of the year that is being checked', async () => {
    const file = sampleFile('story-actuals');
    expect(await city.import('indicator-history', file)).toEqual({ added: 10, changed: 0, unchanged: 0 });
    expect(await city.import('indicator-history', file)).toEqual({ added: 0, changed: 0, unchanged: 10 });
  });

  it('carry everything into an empty city', async () => {
    const other = await ExchangeCity.start('empty');
    try {
      for (const name of TABLES) {
        if (name === 'assignments') await other.importPlan();
        const file = { name: `${name}.csv`, bytes: await city.export(name) };
        expect(await other.import(name, file, '2022-04-01')).not.toMatchObject({ added: 0, changed: 0 });
      }
      for (const name of TABLES) expect(await other.exported(name)).toEqual(await city.exported(name));
      for (const text of FINGERPRINTS) {
        const [there, here] = [await other.database.query(text), await city.database.query(text)];
        expect(there).toEqual(here);
        expect(here.length).toBeGreaterThan(0);
      }
    } finally {
      await other.stop();
    }
  });

  it('carry the answer to a promise that management decided and that stands in no Act', async () => {
    const [made] = await city.database.query<{ id: string; key: string; year: number }>(
      `insert into review.commitment (position, item_id, made_in_fiscal_year, decided_on, what, who, due_on)
       select 1, i.id, c.fiscal_year - 1, '2021-07-12', '手引きを配る。', '市民協働課長', '2022-03-31'
         from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
         join cycle.review_cycle c on c.id = t.cycle_id and c.state <> 'published'
         join plan.assignment a on a.id = t.assignment_id join plan.program_item i on i.id = a.item_id
        where ts.stage = 'do' and ts.state = 'approved' order by i.key limit 1
       returning id, (select key from plan.program_item where id = item_id) as key, made_in_fiscal_year as year`,
    );
    const answer = {
      年度: String((made?.year ?? 0) + 1),
      体系番号: made?.key ?? '',
      改善策の年度: String(made?.year),
      改善策: '手引きを配る。',
      回答: '実行',
      内容: 'すべての課に配った。',
      段階: '実施',
      変更後の改善策: '',
      変更後の期限: '',
    };
    expect(await city.import('commitment-answers', csvOf([answer]))).toMatchObject({ added: 1 });
    const state = () =>
      city.database.query(
        'select state, closed_on is not null as closed, what, due_on::text from review.commitment where id = $1',
        [made?.id],
      );
    const words = { what: '手引きを配る。', due_on: '2022-03-31' };
    expect(await state()).toEqual([{ state: 'done', closed: true, ...words }]);
    const exported = await city.exported('commitment-answers');
    expect(exported.filter((row) => row['改善策'] === words.what)).toEqual([answer]);
    const again = await city.import('commitment-answers', csvOf(exported));
    expect(again).toEqual({ added: 0, changed: 0, unchanged: exported.length });
    expect(await city.import('commitment-answers', csvOf([{ ...answer, 回答: '中止' }]))).toMatchObject({
      changed: 1,
    });
    expect(await state()).toEqual([{ state: 'dropped', closed: true, ...words }]);
  });
});
