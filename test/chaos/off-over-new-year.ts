import { WorkingCalendar } from '../../libs/calendar/working-calendar.js';
import { cloneDatabase, keepAsTemplate } from '../running/database.js';
import { until } from '../running/product.js';
import { type Bar, barOf, type BarResult, judged, Problems } from './bar.js';
import { CountingSmtp } from './counting-smtp.js';
import { Installation, killed } from './installation.js';
import { prepareNaive } from './naive/queue-of-its-own.js';
import { JOBS, runsAfterAbsence } from './slots.js';

/** 1 April is a Monday: three working mornings are missed, the week's first among them. */
const YEAR = 2024;
const LAST_EVENING = new Date('2024-03-31T22:30:00+09:00');
const MISSED_MORNINGS = ['2024-04-01', '2024-04-02', '2024-04-03'];
const BACK_ON = '2024-04-04';
/** Before the letters of that day are due, and after. */
const EARLY = new Date('2024-04-04T06:00:00+09:00');
const LATE = new Date('2024-04-04T09:30:00+09:00');

interface Order {
  readonly zone: string;
  readonly back: Date;
  readonly boot: (city: Installation, zone: string) => Promise<unknown>;
}

/** Each boot order runs in another zone of the machine, which must not matter. */
const ORDERS: Readonly<Record<string, Order>> = {
  'api first': {
    zone: 'UTC',
    back: EARLY,
    boot: async (city, TZ) => [await city.start('api', { TZ }), await city.start('worker', { TZ })],
  },
  'worker first': {
    zone: 'Asia/Tokyo',
    back: LATE,
    boot: async (city, TZ) => [await city.start('worker', { TZ }), await city.start('api', { TZ })],
  },
  'both at once': {
    zone: 'America/New_York',
    back: LATE,
    boot: (city, TZ) => Promise.all([city.start('api', { TZ }), city.start('worker', { TZ })]),
  },
  'two workers at once': {
    zone: 'Pacific/Kiritimati',
    back: EARLY,
    boot: (city, TZ) =>
      Promise.all([city.start('worker', { TZ }), city.start('worker', { TZ }), city.start('api', { TZ })]),
  },
};

const SLOTS_SINCE = `select job, slot, merged from jobs.timetable_slot where slot > '${LAST_EVENING.toISOString()}' order by job, slot`;
const LETTERS_SINCE = `notice.letter where day > '2024-03-31'`;
const ORDINARY = `kind in ('daily', 'digest') and copy_of is null`;

/** A sample city on the evening of 31 March whose processes have done everything of that day and then lost power. */
async function theLastEvening(smtp: CountingSmtp): Promise<string> {
  const city = await Installation.of('sample', { SMTP_URL: smtp.url });
  try {
    // The sample's plan ends a year earlier; this one runs on.
    await city.database.query('update plan.plan set last_fiscal_year = $1', [YEAR]);
    await city.setTime(LAST_EVENING);
    const worker = await city.start('worker');
    await until(
      'the slots of 31 March have run',
      async () =>
        (await city.count(
          `select count(*)::int as n from jobs.timetable_slot where slot > '2024-03-30T15:00:00Z'`,
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
  const { back, zone, boot } = orderOf(order);
  try {
    await city.setTime(back);
    const before = await city.count(
      `select count(*)::int as n from cycle.review_cycle where fiscal_year = ${YEAR} and state = 'open'`,
    );
    problems.equal('open before the boot', before, 0);
    const began = Date.now();
    await boot(city, zone);
    await caughtUp(city, back, problems);
    if (back === EARLY) {
      problems.equal(
        'letters before their time',
        await city.count(`select count(*)::int as n from ${LETTERS_SINCE}`),
        0,
      );
      await until('health waits for nothing', async () => (await city.workHealth()) === 200);
      await city.setTime(LATE);
      await caughtUp(city, LATE, problems);
    }
    await city.lettersSettled();
    const seconds = (Date.now() - began) / 1000;
    await theYearOpenedOnce(city, problems);
    await threeMorningsBecameOne(city, smtp.copies.slice(copiesBefore), problems);
    return { order, seconds, problems: problems.all.map((problem) => `${order}: ${problem}`) };
  } finally {
    await city.stop();
  }
}

function orderOf(name: string): Order {
  const order = ORDERS[name];
  if (!order) throw new Error(`there is no boot order ${name}`);
  return order;
}

/** Everything that is due has run, once for all that was missed. */
async function caughtUp(city: Installation, now: Date, problems: Problems): Promise<void> {
  const wanted = runsAfterAbsence(LAST_EVENING, now);
  await until(
    'the timetable has caught up',
    async () => (await city.database.query(SLOTS_SINCE)).length >= wanted.length,
  );
  // Who beats again finds nothing more to do.
  await city.database.query('select pg_sleep(0.7)');
  const slots = (await city.database.query<{ job: string; slot: Date; merged: number }>(SLOTS_SINCE)).map(
    (slot) => `${slot.job} ${slot.slot.toISOString()} and ${slot.merged} missed`,
  );
  problems.equal('slots that ran', slots, wanted);
}

async function theYearOpenedOnce(city: Installation, problems: Problems): Promise<void> {
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
}

/** Whoever would have heard on each of the mornings gets one ordinary letter, of the day on which it leaves. */
async function threeMorningsBecameOne(
  city: Installation,
  copies: CountingSmtp['copies'],
  problems: Problems,
): Promise<void> {
  const working = new WorkingCalendar([]);
  problems.equal(
    'working mornings that were missed',
    MISSED_MORNINGS.filter((day) => working.isWorkingDay(day)).length,
    3,
  );
  const days = await city.database.query(`select distinct day::text as day from ${LETTERS_SINCE}`);
  problems.equal('days that letters were written for', days, [{ day: BACK_ON }]);
  const opened = await city.count(
    `select count(*)::int as n from notice.notice n join cycle.review_cycle c on c.id = n.subject_id and c.fiscal_year = ${YEAR}
      where n.kind = 'cycle_opened'`,
  );
  problems.expect(opened > 0, 'nobody heard that the year is open');
  const perLetter = Map.groupBy(copies, (copy) => copy.messageId);
  const ordinary = await city.database.query<{ id: string; person: string; state: string }>(
    `select id, recipient_id as person, state from ${LETTERS_SINCE} and ${ORDINARY}`,
  );
  const arrived = ordinary.filter(({ id }) => copies.some(({ messageId }) => messageId.includes(id)));
  problems.equal('ordinary letters that arrived', arrived.length, ordinary.length);
  problems.equal('people who got them', new Set(arrived.map(({ person }) => person)).size, arrived.length);
  const letters = await city.count(`select count(*)::int as n from ${LETTERS_SINCE} and state = 'sent'`);
  problems.expect(letters > 0, 'no letter went out');
  problems.equal('letters that arrived', perLetter.size, letters);
  problems.equal(
    'letters that arrived twice',
    [...perLetter.values()].filter((all) => all.length > 1).length,
    0,
  );
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
  title:
    'everything off over 1 April and three working mornings, back before or after the next, in four boot orders',
  declared: { orders: Object.keys(ORDERS) },
  small: { orders: ['two workers at once'] },
  run: offOverNewYear,
});
