// Runs the built rules in the zone of this process (TZ) and prints, for each question, a digest of all answers.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type * as Clock from '../../apps/worker/clock.js';
import type * as Calendar from '../../libs/calendar/index.js';
import type * as CycleDates from '../../libs/cycle/cycle-dates.rules.js';
import type * as Slots from '../../libs/jobs/slot.rules.js';
import type * as Reminders from '../../libs/notice/reminder-days.rules.js';

const [instantsText = '100'] = process.argv.slice(2);
const dist = path.resolve(import.meta.dirname, '../../dist');
const built = async (module: string): Promise<unknown> => import(path.join(dist, module));
const calendar = (await built('libs/calendar/index.js')) as typeof Calendar;
const dates = (await built('libs/cycle/cycle-dates.rules.js')) as typeof CycleDates;
const slots = (await built('libs/jobs/slot.rules.js')) as typeof Slots;
const reminders = (await built('libs/notice/reminder-days.rules.js')) as typeof Reminders;
const { CLOCK } = (await built('apps/worker/clock.js')) as typeof Clock;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Around 31 March / 1 April, leap days, ends of years and midnights, in Japan and in UTC, to the millisecond. */
function instants(count: number): Date[] {
  const turns = ['-01-01', '-02-28', '-02-29', '-03-01', '-03-31', '-04-01', '-12-31'];
  const found: Date[] = [];
  let state = 20_220_401;
  const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
  while (found.length < count) {
    const year = 2000 + Math.floor(random() * 45);
    const turn = Date.parse(`${year}${turns[found.length % turns.length] ?? ''}T00:00:00Z`);
    if (Number.isNaN(turn)) continue;
    const midnight = turn + Math.round(random() * 3 - 1) * DAY - (found.length % 2 === 0 ? 9 * HOUR : 0);
    const beside = [
      0,
      -1,
      1,
      -1_000,
      5 * 60_000,
      5 * 60_000 - 1,
      8 * HOUR,
      Math.floor((random() - 0.5) * DAY),
    ];
    found.push(new Date(midnight + (beside[found.length % beside.length] ?? 0)));
  }
  return found;
}

const digests = new Map<string, { hash: ReturnType<typeof createHash>; first: string }>();
function answer(question: string, given: unknown): void {
  const known = digests.get(question) ?? {
    hash: createHash('sha256'),
    first: JSON.stringify(given).slice(0, 80),
  };
  digests.set(question, known);
  known.hash.update(JSON.stringify(given));
}

const working = new calendar.WorkingCalendar(['2022-05-30', '2024-02-29']);
const inJapan = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' });
const known = new Set<string>();
let againstIntl = 0;

for (const instant of instants(Number(instantsText))) {
  const day = calendar.japanDate(instant);
  const year = calendar.fiscalYearOf(day);
  if (day !== inJapan.format(instant)) againstIntl++;
  answer('day, hour and fiscal year', [day, calendar.japanHour(instant), year]);
  const before = new Date(instant.getTime() - 36 * HOUR);
  answer(
    'schedule',
    CLOCK.map((entry) => [entry.job, entry.due(before, instant), slots.dueSlot(entry, before, instant)]),
  );
  // What follows depends on the day alone.
  if (!known.has(day)) {
    known.add(day);
    answer(
      'due dates of steps',
      [-5, 0, 1, 3, 5, 10].map((n) => working.addWorkingDays(day, n)),
    );
    answer('reminders', reminders.remindersOn(day, working));
    answer('digest', [
      reminders.mondayOf(day),
      reminders.digestDue(day, [calendar.addDays(day, -7)], working),
    ]);
    answer('words', [
      calendar.formatDate(day, 'ja'),
      calendar.formatDate(day, 'en'),
      calendar.formatFiscalYear(year, 'ja'),
    ]);
  }
  if (!known.has(String(year))) {
    known.add(String(year));
    answer('dates of a year', dates.effectiveDates(dates.standardDates(year), working));
    answer('dates carried over', dates.shiftDates(dates.standardDates(year), 1));
  }

  // The naive way: the fields of a Date, and a schedule without a zone.
  const naiveYear = instant.getMonth() < 3 ? instant.getFullYear() - 1 : instant.getFullYear();
  answer('naive fiscal year', naiveYear);
  answer('naive opening', new Date(naiveYear, 3, 1, 0, 5));
  answer('naive due date', new Date(naiveYear, 4, 31).toISOString().slice(0, 10));
}

console.log(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    opening: new Date(2022, 3, 1, 0, 0).toISOString(),
    againstIntl,
    digests: Object.fromEntries(
      [...digests].map(([question, { hash, first }]) => [question, { digest: hash.digest('hex'), first }]),
    ),
  }),
);
