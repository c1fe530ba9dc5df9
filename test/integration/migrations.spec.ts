import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/entities.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { dataSourceOptions } from '#database';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

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

  it('go back and forward again', async () => {
    await dataSource.undoLastMigration();
    expect(await drift()).not.toEqual([]);
    await dataSource.runMigrations();
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
