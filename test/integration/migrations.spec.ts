import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/entities.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { dataSourceOptions } from '#database';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

/** Migrations that make the schemas; those after them change a database that is full. */
const FIRST_RELEASE = 9;

describe('migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase('sample');
    dataSource = await new DataSource(dataSourceOptions(database.url, ENTITIES, MIGRATIONS)).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const drift = async (): Promise<string[]> =>
    (await dataSource.driver.createSchemaBuilder().log()).upQueries.map((q) => q.query);

  it('give exactly the tables that the entities describe', async () => {
    expect(await drift()).toEqual([]);
  });

  it('notice a column that only the entity has', async () => {
    await dataSource.query('alter table plan.section drop column background');
    expect(await drift()).not.toEqual([]);
    await dataSource.query(`alter table plan.section add column background text not null default ''`);
    expect(await drift()).toEqual([]);
  });

  it('run on a populated database without doing anything twice', async () => {
    expect(await dataSource.runMigrations()).toEqual([]);
  });

  /** What the product can ask of a database: its tables are checked by `drift`, these by name. */
  const named = (): Promise<{ name: string }[]> =>
    database.query(
      `select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('directory', 'plan', 'cycle', 'review')
       union select table_schema || '.' || table_name from information_schema.views where table_schema in ('directory', 'review')
       order by 1`,
    );
  const sheets = (): Promise<unknown[]> =>
    database.query('select id, state, version, answers from review.task_stage order by id');

  it('go back to the first release and forward again without losing a sheet', async () => {
    // What only the newer releases know stands in the way of going back, and must not.
    await database.query(
      `update plan.assignment set withdrawn = true where id in (select assignment_id from review.annual_task limit 3)`,
    );
    const [before, names] = [await sheets(), await named()];
    for (let at = FIRST_RELEASE; at < MIGRATIONS.length; at += 1) await dataSource.undoLastMigration();
    expect(await named()).not.toEqual(names);
    expect(await dataSource.runMigrations()).toHaveLength(MIGRATIONS.length - FIRST_RELEASE);
    expect(await named()).toEqual(names);
    expect(await drift()).toEqual([]);
    expect(await sheets()).toEqual(before);
  });

  /** Goes back to the release before a migration, fills the database as that release left it, and forward again. */
  const forwardFrom = async (migration: string, fill: () => Promise<void>): Promise<void> => {
    const from = MIGRATIONS.findIndex(({ name }) => name === migration);
    for (let at = from; at < MIGRATIONS.length; at += 1) await dataSource.undoLastMigration();
    await fill();
    expect(await dataSource.runMigrations()).toHaveLength(MIGRATIONS.length - from);
  };

  it('make the values preliminary whose sheets wait for a confirmation, and no others', async () => {
    const states = ['submitted', 'drafting', 'approved', 'none'] as const;
    const values = (): Promise<{ state: string; round: number; preliminary: boolean }[]> =>
      database.query(
        `select ts.state, ts.round, v.preliminary from review.task_stage ts
           join review.annual_task t on t.id = ts.task_id join cycle.review_cycle c on c.id = t.cycle_id
           join plan.assignment a on a.id = t.assignment_id
           join indicator.indicator_actual v on v.indicator_id = a.indicator_id and v.fiscal_year = c.fiscal_year and v.source = '移行前'
          order by array_position($1::text[], ts.state), ts.round desc, v.reason`,
        [states],
      );
    await forwardFrom('AskAPromiseOnceASeason1790000000022', async () => {
      // One sheet each: handed in, returned, confirmed, never handed in, and handed in with a reason for having no value.
      await database.query(
        `with sheet as (
           select ts.id, a.indicator_id, c.fiscal_year, row_number() over (order by ts.id) as at
             from review.task_stage ts join review.annual_task t on t.id = ts.task_id and t.role = 'lead'
             join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
             join plan.assignment a on a.id = t.assignment_id and a.indicator_id is not null
            where ts.stage = 'check' order by ts.id limit 5
         ), moved as (
           update review.task_stage ts set state = (array['submitted', 'drafting', 'approved', 'none', 'submitted'])[s.at],
                  round = (array[1, 1, 1, 0, 2])[s.at]
             from sheet s where s.id = ts.id)
         insert into indicator.indicator_actual (indicator_id, fiscal_year, value, reason, source)
         select indicator_id, fiscal_year, case when at < 5 then 1 end, case when at = 5 then 'survey_not_held' end, '移行前' from sheet`,
      );
    });
    expect(await values()).toEqual([
      { state: 'submitted', round: 2, preliminary: false },
      { state: 'submitted', round: 1, preliminary: true },
      { state: 'drafting', round: 1, preliminary: true },
      { state: 'approved', round: 1, preliminary: false },
      { state: 'none', round: 0, preliminary: false },
    ]);
  });

  it('leave a return from before its text, and keep the reason of one with places when they go back', async () => {
    const reason = '【決算見込額】\n根拠を書いてください。';
    await forwardFrom('KeepThePlacesOfAReturn1790000000024', async () => {
      await database.query(
        `insert into review.approval (task_stage_id, round, position, step_kind, working_days, post_id, decision, comment, decided_on)
         select ts.id, 9, 1, 'post_level', 5, po.id, 'returned', $1, '2022-03-01'
           from review.task_stage ts, directory.post po order by ts.id, po.id limit 1`,
        [reason],
      );
    });
    const returns = (): Promise<unknown[]> =>
      database.query(
        `select to_jsonb(r) - 'task_stage_id' - 'at' - 'by' as told from review.stage_return r where reason = $1`,
        [reason],
      );
    expect(await returns()).toEqual([{ told: { on: '2022-03-01', reason, places: [] } }]);
    await database.query(`update review.approval set places = '{settledCost}' where comment = $1`, [reason]);
    await forwardFrom('KeepThePlacesOfAReturn1790000000024', async () => {
      expect(await returns()).toEqual([{ told: { on: '2022-03-01', reason } }]);
    });
    expect(await drift()).toEqual([]);
  });

  it.each([
    ['市民協働課', '課長', '市民協働課長'],
    ['市民局', '局長', '市民局長'],
    ['秘書室', '室長', '秘書室長'],
    ['市民協働課', '市民協働課長', '市民協働課長'],
    ['市民協働課', '主任', '市民協働課 主任'],
    ['企画課', '課長補佐', '企画課長補佐'],
    ['監査事務局', '事務局長', '監査事務局長'],
    ['市長公室', '公室長', '市長公室長'],
    ['', '市長', '市長'],
  ])('the full title of %s and %s is %s', async (department, title, full) => {
    const [row] = await database.query<{ title: string }>('select directory.full_title($1, $2) as title', [
      department,
      title,
    ]);
    expect(row?.title).toBe(full);
  });
});
