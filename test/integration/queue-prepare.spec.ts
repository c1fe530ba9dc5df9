import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startChild } from '../../scripts/running/children.mjs';
import { cloneDatabase, type TestDatabase } from '../running/database.js';

/** A database of the product in which no queue has ever been. */
async function withoutQueue(): Promise<TestDatabase> {
  const database = await cloneDatabase('empty');
  await database.query('drop schema bullmq cascade');
  return database;
}

const hasQueue = async (database: TestDatabase): Promise<boolean> =>
  (await database.query(`select 1 from information_schema.tables where table_schema = 'bullmq' limit 1`))
    .length > 0;

async function prepare(env: Record<string, string>): Promise<unknown> {
  const child = startChild(path.resolve(import.meta.dirname, '../../dist/apps/cli/prepare.js'), {
    env: { SMTP_URL: 'smtp://127.0.0.1:25', ...env },
  });
  return ((await child.exited) as { code: unknown }).code;
}

describe('the preparation of the queue', () => {
  it('makes its tables where the queue lives, and none for a Redis', async () => {
    const [product, elsewhere] = [await withoutQueue(), await withoutQueue()];
    const DATABASE_URL = product.url;
    expect(await prepare({ DATABASE_URL, QUEUE_URL: 'redis://127.0.0.1:1' })).toBe(0);
    expect([await hasQueue(product), await hasQueue(elsewhere)]).toEqual([false, false]);
    expect(await prepare({ DATABASE_URL, QUEUE_URL: elsewhere.url })).toBe(0);
    expect([await hasQueue(product), await hasQueue(elsewhere)]).toEqual([false, true]);
    expect(await prepare({ DATABASE_URL })).toBe(0);
    expect(await hasQueue(product)).toBe(true);
    await Promise.all([product.drop(), elsewhere.drop()]);
  });
});
