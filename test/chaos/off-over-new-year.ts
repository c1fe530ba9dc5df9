import { cloneDatabase, keepAsTemplate } from '../running/database.js';
import { until } from '../running/product.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation, killed } from './installation.js';
import { prepareNaive } from './naive/queue-of-its-own.js';
import { JOBS, runsAfterAbsence } from './slots.js';

const YEAR = 2023;
const LAST_EVENING = new Date('2023-03-31T22:30:00+09:00');
const THREE_DAYS_LATER = new Date('2023-04-04T06:00:00+09:00');

/** Each boot order runs in another zone of the machine, which must not matter. */
const ORDERS: Readonly<
  Record<string, { zone: string; boot(city: Installation, zone: string): Promise<unknown> }>
> = {
  'api first': {
    zone: 'UTC',
    boot: async (city, TZ) => [await city.start('api', { TZ }), await city.start('worker', { TZ })],
  },
  'worker first': {
    zone: 'Asia/Tokyo',
    boot: async (city, TZ) => [await city.start('worker', { TZ }), await city.start('api', { TZ })],
  },
  'both at once': {
    zone: 'America/New_York',
    boot: (city, TZ) => Promise.all([city.start('api', { TZ }), city.start('worker', { TZ })]),
  },
  'two workers at once': {
    zone: 'Pacific/Kiritimati',
    boot: (city, TZ) =>
      Promise.all([city.start('worker', { TZ }), city.start('worker', { TZ }), city.start('api', { TZ })]),
  },
};

const SLOTS_SINCE = `select job, slot, merged from jobs.timetable_slot where slot > '${LAST_EVENING.toISOString()}' order by job, slot`;

/** A sample city on the evening of 31 March whose processes have done everything of that day and then lost power. */
async function theLastEvening(smtp: CountingSmtp): Promise<string> {
  const city = await Installation.of('sample', { SMTP_URL: smtp.url });
  try {
    await city.setTime(LAST_EVENING);
    const worker = await city.start('worker');
    await until(
      'the slots of 31 March have run',
      async () =>
        (await city.count(
          `select count(*)::int as n from jobs.timetable_slot where slot > '2023-03-30T15:00:00Z'`,
        )) === JOBS.length,
    );
    await city.lettersSettled();
    await killed(worker);
    return await keepAsTemplate(city.database);
  } finally {
    await city.stop();
  }
}

async function backAfter(
  order: string,
  template: string,
  smtp: CountingSmtp,
): Promise<{ order: string; seconds: number; problems: string[] }> {
  const problems = new Problems();
  const city = await Installation.of(template, { SMTP_URL: smtp.url });
  const copiesBefore = smtp.copies.length;
  try {
    await city.setTime(THREE_DAYS_LATER);
    const before = await city.count(
      `select count(*)::int as n from cycle.review_cycle where fiscal_year = ${YEAR} and state = 'open'`,
    );
    problems.equal('open before the boot', before, 0);
    const began = Date.now();
    await ORDERS[order]?.boot(city, ORDERS[order].zone);
    await until(
      'the timetable has caught up',
      async () => (await city.database.query(SLOTS_SINCE)).length >= JOBS.length,
    );
    await city.lettersSettled();
    const seconds = (Date.now() - began) / 1000;
    // Who beats again finds nothing more to do.
    await city.database.query('select pg_sleep(0.7)');
    const slots = (await city.database.query<{ job: string; slot: Date; merged: number }>(SLOTS_SINCE)).map(
      (slot) => `${slot.job} ${slot.slot.toISOString()} and ${slot.merged} missed`,
    );
    problems.equal('slots that ran', slots, runsAfterAbsence(LAST_EVENING, THREE_DAYS_LATER));
    const cycles = await city.database.query(
      `select state, opened_on::text as on from cycle.review_cycle where fiscal_year = ${YEAR}`,
    );
    problems.equal(`the year ${YEAR}`, cycles, [{ state: 'open', on: `${YEAR}-04-01` }]);
    problems.equal(
      'openings in the audit log',
      await city.count(
        `select count(*)::int as n from audit.audit_entry e join cycle.review_cycle c on c.id::text = e.subject_id
          where c.fiscal_year = ${YEAR} and e.action like '%opened'`,
      ),
      1,
    );
    problems.equal(
      'tasks of the year beyond its assignments',
      await city.count(
        `select (select count(*) from review.annual_task t join cycle.review_cycle c on c.id = t.cycle_id where c.fiscal_year = ${YEAR})::int
              - (select count(*) from plan.assignments_on('${YEAR}-04-01'))::int as n`,
      ),
      0,
    );
    const days = await city.database.query(
      `select distinct day::text as day from notice.letter where day > '2023-03-31' and kind = 'daily'`,
    );
    problems.equal('mornings that daily letters were written for', days, [{ day: '2023-04-03' }]);
    const perLetter = Map.groupBy(smtp.copies.slice(copiesBefore), (copy) => copy.messageId);
    const letters = await city.count(
      `select count(*)::int as n from notice.letter where day > '2023-03-31' and state = 'sent'`,
    );
    problems.expect(letters > 0, 'no letter went out');
    problems.equal('letters that arrived', perLetter.size, letters);
    problems.equal(
      'letters that arrived twice',
      [...perLetter.values()].filter((copies) => copies.length > 1).length,
      0,
    );
    return { order, seconds, problems: problems.all.map((problem) => `${order}: ${problem}`) };
  } finally {
    await city.stop();
  }
}

/** The naive timetable: a tick falls into the time when everything is off, and the next boot registers anew. */
export async function naiveTickMissed(): Promise<{ ticks: number; runs: number; failed: boolean }> {
  const database = await cloneDatabase('empty');
  await prepareNaive(database.url);
  const city = await Installation.on(database, {});
  try {
    const tick = new Date(Math.ceil(Date.now() / 1000) * 1000 + 4_000);
    const japan = new Date(tick.getTime() + 9 * 3_600_000);
    // Once a year, as the opening of a year would be written.
    const pattern = `${japan.getUTCSeconds()} ${japan.getUTCMinutes()} ${japan.getUTCHours()} ${japan.getUTCDate()} ${japan.getUTCMonth() + 1} *`;
    await killed(await city.startScript('naive/upsert-at-boot.ts', [pattern, database.url]));
    if (Date.now() > tick.getTime()) throw new Error('the machine is too slow for this arm');
    await until('the tick is past', async () => Date.now() > tick.getTime() + 300);
    await city.startScript('naive/upsert-at-boot.ts', [pattern, database.url]);
    await database.query('select pg_sleep(2)');
    const runs = await city.count('select count(*)::int as n from naive.run');
    return { ticks: 1, runs, failed: runs !== 1 };
  } finally {
    await city.stop();
  }
}

export async function offOverNewYear({ orders }: { readonly orders: readonly string[] }): Promise<BarResult> {
  const smtp = await new CountingSmtp().start();
  try {
    const template = await theLastEvening(smtp);
    const naive = await naiveTickMissed();
    const found = [];
    for (const order of orders) found.push(await backAfter(order, template, smtp));
    const problems = found.flatMap((one) => one.problems);
    return judged(
      {
        bar: 'R3',
        sizes: { orders },
        value: found.filter((one) => one.problems.length > 0).length,
        limit: 0,
        unit: 'boot orders in which the year did not open once, dated 1 April',
        naive,
        baseline: `upsertJobScheduler at boot: ${naive.runs} of ${naive.ticks} runs`,
        seen: { secondsToCatchUp: Object.fromEntries(found.map((one) => [one.order, one.seconds])) },
      },
      problems,
    );
  } finally {
    await smtp.stop();
  }
}

export const OFF_OVER_NEW_YEAR: Bar = barOf({
  name: 'R3',
  title: 'everything off over 1 April, back three days later, in four boot orders',
  declared: { orders: Object.keys(ORDERS) },
  small: { orders: ['two workers at once'] },
  run: offOverNewYear,
});
