import { cloneDatabase } from '../running/database.js';
import { until } from '../running/product.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation, type Process } from './installation.js';
import { prepareNaive } from './naive/queue-of-its-own.js';
import { hasRedis, RedisServer } from './redis-server.js';
import { SeededRandom } from './seeded-random.js';
import { JOBS, type Slot, slotsBetween } from './slots.js';

type Sizes = {
  readonly slots: number;
  readonly replicas: number;
  /** Whether the naive ways run too, which take a quarter of a minute of real ticks. */
  readonly naive: boolean;
};

const NAIVE_REPLICAS = 6;
const FIRST_DAY = new Date('2022-04-01T00:00:00+09:00');
const DAY_MS = 86_400_000;
/** Business time comes to each slot a minute late, so that none is merged with the next. */
const LATE_MS = 60_000;
const NAIVE_TICKS = 16;
/** After so many slots another replica is replaced. */
const REPLACED_EVERY = 8;

/** Replicas that all boot at once, and are replaced one after the other while the days go by. */
async function product(
  slots: readonly Slot[],
  count: number,
  problems: Problems,
): Promise<{ once: number; seconds: number }> {
  const smtp = await new CountingSmtp().start();
  const city = await Installation.of('sample', {
    SMTP_URL: smtp.url,
    MAWASU_HEARTBEAT_MS: '200',
    NO_COLOR: '1',
  });
  const random = new SeededRandom(4);
  const ran = (): Promise<number> => city.count('select count(*)::int as n from jobs.timetable_slot');
  try {
    await city.setTime(FIRST_DAY);
    const began = Date.now();
    const replicas: Process[] = await Promise.all(Array.from({ length: count }, () => city.start('worker')));
    const moments = [...Map.groupBy(slots, (slot) => slot.at.getTime())];
    let due = 0;
    for (const [step, [moment, together]] of moments.entries()) {
      due += together.length;
      await city.setTime(new Date(moment + LATE_MS));
      if (step % REPLACED_EVERY === REPLACED_EVERY - 1) {
        const at = random.between(0, count - 1);
        void replicas[at]?.stop();
        replicas[at] = await city.start('worker', {}, false);
      }
      await until(`${due} slots have run`, async () => (await ran()) >= due, 30_000, 20);
    }
    await city.lettersSettled();
    const rows = await city.database.query<{ job: string; slot: Date; merged: number }>(
      'select job, slot, merged from jobs.timetable_slot',
    );
    const logged = city.lines.flatMap(
      (line) => /([\w-]+) ran for (\S+Z)/.exec(line)?.slice(1, 3).join(' ') ?? [],
    );
    const times = Map.groupBy(logged, (line) => line);
    const once = rows.filter(
      ({ job, slot, merged }) => merged === 0 && times.get(`${job} ${slot.toISOString()}`)?.length === 1,
    ).length;
    problems.equal('slots with a row', rows.length, slots.length);
    problems.equal('runs in the logs of all replicas', logged.length, slots.length);
    const copies = Map.groupBy(smtp.copies, (copy) => copy.messageId);
    problems.expect(copies.size > 0, 'no letter went out');
    problems.equal(
      'letters that arrived twice',
      [...copies.values()].filter((all) => all.length > 1).length,
      0,
    );
    return { once, seconds: (Date.now() - began) / 1000 };
  } finally {
    await city.stop();
    await smtp.stop();
  }
}

/** Over how many ticks, one a second, a naive timetable ran exactly once in six replicas that are replaced as ours are. */
async function naive(
  script: string,
  queueUrl?: string,
): Promise<{ once: number; never: number; oftener: number }> {
  const database = await cloneDatabase('empty');
  await prepareNaive(database.url);
  const city = await Installation.on(database, {});
  try {
    const args = ['* * * * * *', queueUrl ?? database.url];
    // They do not boot at the very same moment, as replicas never do.
    const boots = Array.from({ length: NAIVE_REPLICAS }, () => city.startScript(script, args));
    // Ticks fall due while the others still boot, as they do with ours.
    await boots[0];
    const first = Math.ceil(Date.now() / 1_000) * 1_000;
    const last = first + (NAIVE_TICKS - 1) * 1_000;
    const replicas = await Promise.all(boots);
    for (let tick = REPLACED_EVERY - 1; tick < NAIVE_TICKS; tick += REPLACED_EVERY) {
      await until('it is time to replace one', async () => Date.now() > first + tick * 1_000, 30_000);
      void replicas.shift()?.stop();
      replicas.push(await city.startScript(script, args, false));
    }
    await until('the ticks are past', async () => Date.now() > last + 900, 30_000);
    const ticks = await city.database.query<{ tick: Date; n: number }>(
      'select tick, count(*)::int as n from naive.run where tick between $1 and $2 group by tick',
      [new Date(first), new Date(last)],
    );
    return {
      once: ticks.filter(({ n }) => n === 1).length,
      never: NAIVE_TICKS - ticks.length,
      oftener: ticks.filter(({ n }) => n > 1).length,
    };
  } finally {
    await city.stop();
  }
}

/**
 * Both naive ways, at the same time. BullMQ's scheduler that is registered at boot only seldom loses a tick; it stands
 * there to be seen, and what has to fail is the timer that every replica has of its own.
 */
async function naiveWays() {
  const redis = hasRedis() ? await new RedisServer().start() : undefined;
  try {
    const [bullmq, timers] = await Promise.all([
      naive('naive/upsert-at-boot.ts', redis?.url),
      naive('naive/timer-in-every-replica.ts'),
    ]);
    return {
      result: {
        failed: timers.once < NAIVE_TICKS,
        bullmq,
        timers,
        ticks: NAIVE_TICKS,
      },
      baseline: `of ${NAIVE_TICKS} ticks once: a timer in every replica ${timers.once}; plain BullMQ on ${redis ? 'Redis' : 'PostgreSQL'}, registered at boot only, ${bullmq.once} (need not fail)`,
    };
  } finally {
    await redis?.destroy();
  }
}

export async function sixReplicas(sizes: Sizes): Promise<BarResult> {
  const { slots, replicas } = sizes;
  const problems = new Problems();
  const days = Math.ceil(slots / JOBS.length);
  const due = slotsBetween(FIRST_DAY, new Date(FIRST_DAY.getTime() + days * DAY_MS)).slice(0, slots);
  const { once, seconds } = await product(due, replicas, problems);
  const beside = sizes.naive ? await naiveWays() : { result: null, baseline: 'left out' };
  return judged(
    {
      bar: 'R4',
      sizes,
      value: slots - once,
      limit: 0,
      unit: `of ${slots} slots not run exactly once by ${replicas} replicas`,
      naive: beside.result,
      baseline: beside.baseline,
      seen: { seconds, days },
    },
    problems.all,
  );
}

export const SIX_REPLICAS: Bar = barOf({
  name: 'R4',
  title: 'six replicas boot, register and are replaced while 120 slots fall due',
  declared: { slots: 120, replicas: 6, naive: true },
  small: { slots: 9, replicas: 3, naive: false },
  run: sixReplicas,
});
