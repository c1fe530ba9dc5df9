import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { cloneDatabase, type TestDatabase } from '../running/database.js';
import { type Product, startProduct, until } from '../running/product.js';
import { type Backend, onBothBackends, onRedis, type OutsideQueue } from '../running/queue-backends.js';
import { startRedis, type TestRedis } from '../running/redis.js';
import { Session } from '../running/session.js';
import { jobIs, startSmallWorker } from '../running/small-worker.js';

const SCHEDULE = 'ring-timetable';

const scheduled = (queue: Queue, now: () => number = Date.now): Promise<true> =>
  until('the bell is back on its schedule', async () => {
    const scheduler = await queue.getJobScheduler(SCHEDULE).catch(() => undefined);
    return ((scheduler?.next ?? 0) > now() && (await queue.getDelayedCount()) === 1) || undefined;
  });

onBothBackends((startBackend) =>
  describe('a queue', () => {
    let database: TestDatabase;
    let backend: Backend;
    let outside: OutsideQueue;

    beforeAll(async () => {
      database = await cloneDatabase('empty');
      backend = await startBackend();
      outside = backend.open(database.url);
    });

    afterAll(async () => {
      await outside.close();
      await backend.stop();
      await database.drop();
    });

    it('has one schedule although workers register it at the same moment, and again after it was emptied', async () => {
      const workers = await Promise.all(Array.from({ length: 2 }, () => startSmallWorker(database, backend)));
      await scheduled(outside.queue);
      for (let time = 0; time < 3; time += 1) {
        await outside.flush();
        await scheduled(outside.queue);
      }
      expect(await outside.queue.getJobSchedulersCount()).toBe(1);
      for (const worker of workers) expect(worker.lines.filter((line) => /error/.test(line))).toEqual([]);
      await Promise.all(workers.map((worker) => worker.stop()));
    });

    it('gives up a job in a row that survives it: once, whoever sees it, without what a log must not say', async () => {
      const workers = await Promise.all(Array.from({ length: 2 }, () => startSmallWorker(database, backend)));
      // Words that look like a NUL in JSON, and are none.
      const payload = { id: 7, said: 'of \\u0000' };
      await outside.queue.add('nobody-knows', payload, { jobId: 'unknown', attempts: 3 });
      await outside.queue.add('slow', { ms: 'x' }, { jobId: 'misfit', attempts: 3 });
      await outside.queue.add(
        'failing',
        {},
        { jobId: 'failing', attempts: 2, telemetry: { metadata: 'request-12345' } },
      );
      for (const id of ['unknown', 'misfit', 'failing']) await jobIs(outside, id, 'failed');
      const dead = () =>
        database.query(
          `select contract, payload, error, attempts, request_id from jobs.dead_job order by contract`,
        );
      const expected = [
        {
          contract: 'failing',
          payload: {},
          error: '550 <[mail]> is not known here',
          attempts: 2,
          request_id: 'request-12345',
        },
        {
          contract: 'nobody-knows',
          payload,
          error: 'jobs: nobody handles nobody-knows',
          attempts: 1,
          request_id: null,
        },
        {
          contract: 'slow',
          payload: { ms: 'x' },
          error: 'jobs: slow came with a payload that does not fit',
          attempts: 1,
          request_id: null,
        },
      ];
      await until('all three are written', async () => (await dead()).length === 3 || undefined);
      // The heartbeats of both workers have looked at the failed jobs meanwhile.
      await database.query('delete from jobs.dead_job where contract = $1', ['nobody-knows']);
      await until(
        'a failure that nobody wrote is found',
        async () => (await dead()).length === 3 || undefined,
      );
      expect(await dead()).toEqual(expected);
      await outside.flush();
      await scheduled(outside.queue);
      expect(await dead()).toEqual(expected);
      const said = workers.flatMap((worker) => worker.lines);
      expect(said.filter((line) => line.includes('hanako'))).toEqual([]);
      expect(
        said
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line) as { job?: string; requestId?: string; jobId?: string })
          .find((line) => line.job === 'failing'),
      ).toMatchObject({ requestId: 'request-12345', jobId: 'failing' });
      await Promise.all(workers.map((worker) => worker.stop()));
    });
  }),
);

onRedis(() =>
  describe('a Redis', () => {
    let redis: TestRedis;

    afterAll(() => redis.stop());

    it('that is gone with its files holds up neither people nor the timetable, and is taken up when it is back', async () => {
      redis = await startRedis();
      const product: Product = await startProduct('sample', { QUEUE_URL: redis.url });
      const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
      connection.on('error', () => {});
      const queue = new Queue('mawasu', { connection });
      queue.on('error', () => {});
      try {
        const page = await new Session(product.url).get<{
          samplePeople: { staffNumber: string; part: string }[];
        }>('/api/sign-in');
        const planner = await new Session(product.url).signIn(
          page.samplePeople.find((p) => p.part === 'planner')?.staffNumber ?? '',
        );
        await scheduled(queue);
        await redis.kill();
        const asked = Date.now();
        await planner.post('/api/clock', { date: '2022-04-04', hour: 9 });
        expect(Date.now() - asked).toBeLessThan(5_000);
        await until('the slot of the morning ran without a bell', async () => {
          const [row] = await product.database.query<{ n: number }>(
            `select count(*)::int as n from jobs.timetable_slot where job = 'plan-daily-letters' and slot = '2022-04-03T23:00:00Z'`,
          );
          return row?.n === 1 || undefined;
        });
        const depth = async (): Promise<unknown> =>
          (await planner.get<{ queue: { depth: unknown } }>('/api/operations')).queue.depth;
        expect(await depth()).toBeNull();
        await redis.start();
        await scheduled(queue);
        // That the worker has its connection back does not say that the API has: its bell would be lost until the minute.
        await until('the API has its queue again', async () => (await depth()) !== null);
        await planner.post('/api/clock', { date: '2022-04-05', hour: 9 });
        await until('a job is done again', async () => (await queue.getCompletedCount()) > 0 || undefined);
      } finally {
        await queue.close();
        connection.disconnect();
        await product.stop();
      }
    });

    it('that throws data away is named at the start', async () => {
      const evicting = await startRedis(['--maxmemory-policy', 'allkeys-lru']);
      const database = await cloneDatabase('empty');
      const worker = await startSmallWorker(database, { env: { QUEUE_URL: evicting.url } });
      await until('it warns', async () =>
        worker.lines.some((line) => line.includes('maxmemory-policy is allkeys-lru')),
      );
      await worker.stop();
      await evicting.stop();
      await database.drop();
    });
  }),
);
