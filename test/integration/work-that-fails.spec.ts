import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';
import { cloneDatabase, type TestDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { postgresBackend } from '../running/queue-backends.js';
import { jobIs, type SmallWorker, startSmallWorker } from '../running/small-worker.js';

describe('work that fails or hangs', () => {
  let database: TestDatabase;
  let worker: SmallWorker;
  let port: number;

  beforeAll(async () => {
    database = await cloneDatabase('empty');
    port = await freePort();
    worker = await startSmallWorker(
      database,
      { env: {} },
      {
        MAWASU_WORKER_PORT: String(port),
        MAWASU_SILENT_SECONDS: '2',
        MAWASU_STOP_MS: '500',
        HOST: '127.0.0.1',
      },
      'troubled-worker.mjs',
    );
  });

  afterAll(async () => {
    await worker.stop();
    await database.drop();
  });

  /** What health says, by the name of its check. */
  const complaints = async (): Promise<Record<string, string>> => {
    const answer = await fetch(`http://127.0.0.1:${port}/health`);
    const { extra } = (await answer.json()) as { extra?: { checks: { name: string; why: string }[] } };
    return Object.fromEntries((extra?.checks ?? []).map(({ name, why }) => [name, why]));
  };
  const says = (name: string, pattern: RegExp): Promise<true> =>
    until(`health says ${String(pattern)}`, async () => pattern.test((await complaints())[name] ?? ''));

  it('does not keep the other checks from their work, and is named by health', async () => {
    await until('the good check goes on', async () => worker.told('looked good') > 3);
    await says(
      'checks',
      /^FailingCheck has not succeeded for \d+ s, HangingCheck has not succeeded for \d+ s$/,
    );
    expect(worker.told('looked hanging')).toBe(1);
    expect(worker.told('looked failing')).toBeGreaterThan(3);
  });

  it('holds up only the slots that need it, is named by health, and makes no dead jobs', async () => {
    await until('the letters go on', async () => worker.told('ran letters') > 1);
    expect(worker.told('ran hand-out')).toBe(0);
    await says('slots', /^slot open fails \(\d+ times\)$/);
    const outside = (await postgresBackend()).open(database.url);
    await outside.queue.add('ring-timetable', {}, { jobId: 'ring', attempts: 1 });
    await jobIs(outside, 'ring', 'completed');
    await outside.close();
    expect(await database.query('select 1 from jobs.dead_job')).toEqual([]);
    await database.query('create table mended ()');
    await until('what waited has run', async () => worker.told('ran hand-out') > 0);
    await until('health knows', async () => (await complaints())['slots'] === undefined);
  });
});
