import { cloneDatabase, type TestDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation } from './installation.js';
import { planManyDigests } from './many-digests.js';
import { prepareNaive } from './naive/queue-of-its-own.js';
import { JOBS } from './slots.js';
import { hasRedis, RedisServer } from './redis-server.js';

type Sizes = {
  /** On each backend. */
  readonly letters: number;
  readonly naiveJobs: number;
  /** How long the queue's server is away. */
  readonly outageMs: number;
  readonly heartbeatMs: number;
  /** Without a redis-server there is only one. */
  readonly backends: readonly ('postgres' | 'redis')[];
};

const BACK_WITHIN_SECONDS = 60;
const FLUSHES = 3;

/** Empties a queue that lives in PostgreSQL: every table that is not the record of its own migrations. */
async function truncateQueue(database: TestDatabase, schema: string): Promise<void> {
  await database.query(
    `do $$ declare t record; begin
       for t in select tablename from pg_tables where schemaname = '${schema}' and tablename not in ('run', 'done')
                   and tablename not like '%migration%' and tablename not like '%version%'
       loop execute format('truncate ${schema}.%I cascade', t.tablename); end loop;
     end $$`,
  );
}

interface Outcome {
  readonly lost: number;
  readonly extra: number;
  readonly backSeconds: number | null;
}

/** Digests go out while the queue is emptied; with a server of its own the queue then goes away and comes back empty. */
async function product(
  { letters, outageMs, heartbeatMs }: Sizes,
  redis: RedisServer | undefined,
  problems: Problems,
): Promise<Outcome> {
  const where = redis ? 'Redis' : 'PostgreSQL';
  const smtp = await new CountingSmtp().start();
  const city = await Installation.of('sample', {
    SMTP_URL: smtp.url,
    MAWASU_HEARTBEAT_MS: String(heartbeatMs),
    ...(redis ? { QUEUE_URL: redis.url } : {}),
  });
  const flush = (): Promise<void> => (redis ? redis.flush() : truncateQueue(city.database, 'bullmq'));
  const slotsOf = (day: string): Promise<number> =>
    city.count(
      `select count(*)::int as n from jobs.timetable_slot where (slot at time zone 'Asia/Tokyo')::date = $1 and merged = 0`,
      [day],
    );
  try {
    await planManyDigests(city.database, letters);
    await Promise.all([city.start('api'), city.start('worker')]);
    for (let at = 1; at <= FLUSHES; at++) {
      const share = Math.floor((letters * at) / (2 * (FLUSHES + 1)));
      await until(`${share} letters have arrived`, async () => smtp.copies.length >= share, 60_000, 5);
      await flush();
    }
    let backSeconds: number | null = null;
    if (redis) {
      await redis.destroy();
      const until60 = Date.now() + outageMs;
      // A day begins while the queue is away; rows are due, and no bell rings.
      await city.setTime(new Date('2022-04-02T08:30:00+09:00'));
      await until(
        'the slots of that day have run without a queue',
        async () => (await slotsOf('2022-04-02')) === JOBS.length,
        60_000,
      );
      await until('the time of the outage is over', async () => Date.now() >= until60, outageMs + 1_000);
      const began = Date.now();
      await redis.start();
      const scheduled = await until(
        'the schedule is back in the queue',
        () => redis.hasScheduler(),
        (BACK_WITHIN_SECONDS + 30) * 1_000,
      ).catch(() => false);
      if (scheduled) backSeconds = (Date.now() - began) / 1000;
    } else {
      const began = Date.now();
      const scheduled = await until(
        'the schedule is back in the queue',
        async () => (await city.count(`select count(*)::int as n from bullmq.scheduler`)) > 0,
        (BACK_WITHIN_SECONDS + 30) * 1_000,
      ).catch(() => false);
      if (scheduled) backSeconds = (Date.now() - began) / 1000;
      await city.setTime(new Date('2022-04-02T08:30:00+09:00'));
      await until(
        'the slots of the next day have run',
        async () => (await slotsOf('2022-04-02')) === JOBS.length,
        60_000,
      );
    }
    await city.setTime(new Date('2022-04-03T08:30:00+09:00'));
    await until(
      'the slots of the day after have run',
      async () => (await slotsOf('2022-04-03')) === JOBS.length,
      60_000,
    );
    await city.lettersSettled(90_000);
    problems.expect(
      backSeconds !== null && backSeconds <= BACK_WITHIN_SECONDS,
      `${where}: the schedule was back after ${backSeconds ?? 'more than 90'} s`,
    );
    const sent = await city.database.query<{ id: string }>(
      `select id from notice.letter where state = 'sent'`,
    );
    const all = await city.count(`select count(*)::int as n from notice.letter`);
    problems.equal(`${where}: letters that did not end as sent`, all - sent.length, 0);
    const ids = new Set(smtp.copies.map((copy) => copy.messageId));
    const lost = sent.filter(({ id }) => !ids.has(`<${id}@127.0.0.1>`)).length;
    return { lost: lost + all - sent.length, extra: smtp.copies.length - ids.size, backSeconds };
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

/** Jobs and a schedule that nothing but the queue knows, which is emptied once in mid-run. */
async function naive(
  { naiveJobs }: Sizes,
  redis: RedisServer | undefined,
): Promise<{ jobs: number; lost: number; ticksAfter: number; failed: boolean }> {
  const database = await cloneDatabase('empty');
  await prepareNaive(database.url);
  const city = await Installation.on(database, {});
  const done = (): Promise<number> => city.count('select count(distinct n)::int as n from naive.done');
  const ticks = (): Promise<number> => city.count('select count(*)::int as n from naive.run');
  try {
    await database.query('create table naive.done (n int not null)');
    await city.startScript('naive/queue-is-the-truth.ts', [String(naiveJobs), redis?.url ?? database.url]);
    await until('some jobs are done', async () => (await done()) >= naiveJobs / 5, 30_000, 5);
    await (redis ? redis.flush() : truncateQueue(database, 'naive'));
    // What was in the worker's hands ends; then nothing moves any more.
    await database.query('select pg_sleep(1.5)');
    const before = await ticks();
    await database.query('select pg_sleep(3)');
    const ticksAfter = (await ticks()) - before;
    const lost = naiveJobs - (await done());
    return { jobs: naiveJobs, lost, ticksAfter, failed: lost > 0 && ticksAfter === 0 };
  } finally {
    await city.stop();
  }
}

export async function queueFlushed(sizes: Sizes): Promise<BarResult> {
  const problems = new Problems();
  const redis = hasRedis() ? await new RedisServer().start() : undefined;
  const { backends } = sizes;
  try {
    const onPostgres =
      backends.includes('postgres') || !redis ? await product(sizes, undefined, problems) : undefined;
    const onRedis = backends.includes('redis') && redis ? await product(sizes, redis, problems) : undefined;
    await redis?.flush();
    const plain = await naive(sizes, redis);
    const outcomes = [onPostgres, onRedis].flatMap((one) => one ?? []);
    return judged(
      {
        bar: 'R2',
        sizes: { ...sizes, backends: redis ? backends : ['postgres'] },
        value: outcomes.reduce((sum, one) => sum + one.lost + one.extra, 0),
        limit: 0,
        unit: `letters lost or sent twice, of ${sizes.letters} on each backend`,
        naive: plain,
        baseline: `plain BullMQ on ${redis ? 'Redis' : 'PostgreSQL'}: ${plain.lost} of ${plain.jobs} lost, ${plain.ticksAfter} ticks after the flush`,
        seen: {
          onPostgres,
          onRedis: redis ? onRedis : 'no redis-server here',
          outageSeconds: sizes.outageMs / 1000,
        },
      },
      problems.all,
    );
  } finally {
    await redis?.destroy();
  }
}

export const QUEUE_FLUSHED: Bar = barOf<Sizes>({
  name: 'R2',
  title: 'the queue is emptied three times, then its server is away for a minute and comes back with nothing',
  declared: {
    letters: 2_000,
    naiveJobs: 2_000,
    outageMs: 60_000,
    heartbeatMs: 15_000,
    backends: ['postgres', 'redis'],
  },
  // Queue on PostgreSQL is emptied by other tests.
  small: { letters: 100, naiveJobs: 300, outageMs: 500, heartbeatMs: 300, backends: ['redis'] },
  run: queueFlushed,
});
