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
