import pg from 'pg';
import { until } from '../running/product.js';
import { City } from '../story/city.js';
import { Installation } from './installation.js';
import { isGreen, toldByHealth } from './told-by-health.js';

/** Seconds from the moment in which a worker fell asleep; null when it did not happen within `limitSeconds`. */
export interface TakenOver {
  /** Until another ran the slot that was due. */
  readonly flowsAfter: number | null;
  /** Until health told. */
  readonly redAfter: number | null;
}

/** A working day after the sample city's first: its slots are due by the morning. */
const ANOTHER_DAY = '2022-05-10';
/** What may tell of it: nobody is heard of, or nobody looks. */
const TELLING = ['workers', 'timetable'];

const WAITING = `
  select count(*)::int as n from pg_locks
   where not granted and relation = 'jobs.timetable_slot'::regclass`;
const SLOTS = 'select count(*)::int as n from jobs.timetable_slot';

/** A worker stands still in the midst of the timetable, which only one may turn, beside one that is awake. */
export async function sleepingHolder(
  environment: Readonly<Record<string, string>>,
  limitSeconds: number,
): Promise<TakenOver> {
  const city = await Installation.of('sample', { ...environment, SMTP_URL: 'smtp://127.0.0.1:9' });
  const table = new pg.Client({ connectionString: city.database.url });
  try {
    await city.start('api');
    const holder = await city.start('worker');
    await table.connect();
    await table.query('begin; lock table jobs.timetable_slot in share row exclusive mode');
    await new City({ url: city.url, database: city.database }).moveTo(ANOTHER_DAY);
    await until('a worker is about to write down a slot', async () => (await city.count(WAITING)) > 0);
    const before = await city.count(SLOTS);
    holder.child.kill('SIGSTOP');
    const began = Date.now();
    await table.query('rollback');
    await city.start('worker');
    const seconds = (): number => Math.round((Date.now() - began) / 100) / 10;
    let redAfter: number | null = null;
    const flows = await until(
      'the other has run a slot',
      async () => {
        const told = await toldByHealth(city.url);
        if (told?.some((check) => TELLING.includes(check))) redAfter ??= seconds();
        return (await city.count(SLOTS)) > before;
      },
      limitSeconds * 1_000,
    ).catch(() => false);
    const flowsAfter = flows ? seconds() : null;
    holder.child.kill('SIGCONT');
    await until('health is green when both are awake', () => isGreen(city.url));
    return { flowsAfter, redAfter };
  } finally {
    await table.end().catch(() => {});
    await city.stop();
  }
}
