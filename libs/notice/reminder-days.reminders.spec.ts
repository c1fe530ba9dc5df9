import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, daysBetween, WorkingCalendar } from '#calendar';
import { REMINDER_DAYS, type ReminderDue, remindersOn } from './reminder-days.rules.js';

const hall = new WorkingCalendar();

const daysFrom = (first: string, last: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, n) => addDays(first, n));

/** Today's reminder of one due date: how many days before it was meant for. */
const reminderOf = (dueOn: string, today: string, working = hall): string | undefined =>
  numberOf(remindersOn(today, working), dueOn);

const numberOf = (reminders: readonly ReminderDue[], dueOn: string): string | undefined =>
  reminders
    .find((r) => r.dueOn === dueOn)
    ?.period.split(':')
    .at(-1);

/** What is reminded of on each of these days; asked once a day, however many due dates there are. */
const asked = (
  days: readonly string[],
  working: WorkingCalendar,
): (readonly [string, readonly ReminderDue[]])[] =>
  days.map((day) => [day, remindersOn(day, working)] as const);

/** The days on which somebody hears of a due date who looks on these days: the key of a notice is told once. */
function heard(
  dueOn: string,
  looks: readonly (readonly [string, readonly ReminderDue[]])[],
): Map<string, string> {
  const told = new Map<string, string>();
  for (const [day, reminders] of looks) {
    const period = numberOf(reminders, dueOn);
    if (period !== undefined && !told.has(period)) told.set(period, day);
  }
  return told;
}

/** When each reminder is meant to go out: on its day, or the working day before. */
const meant = (dueOn: string, working: WorkingCalendar): [string, string][] =>
  REMINDER_DAYS.map((days) => [String(days), working.previousWorkingDay(addDays(dueOn, -days))]);

describe('a reminder', () => {
  it('goes out fourteen days, seven days and one day before the due date', () => {
    expect(reminderOf('2022-05-31', '2022-05-16')).toBeUndefined();
    expect(reminderOf('2022-05-31', '2022-05-17')).toBe('14');
    expect(reminderOf('2022-05-31', '2022-05-24')).toBe('7');
    expect(reminderOf('2022-05-31', '2022-05-30')).toBe('1');
  });

  it('no longer goes out on the due date', () => {
    expect(reminderOf('2022-05-31', '2022-05-31')).toBeUndefined();
    expect(reminderOf('2022-05-31', '2022-06-01')).toBeUndefined();
  });

  it('moves to the working day before when its day is closed', () => {
    expect(reminderOf('2022-05-02', '2022-04-27')).toBe('7');
    expect(reminderOf('2022-05-02', '2022-04-28')).toBe('1');
    expect(reminderOf('2022-05-09', '2022-05-06')).toBe('1');
    expect(reminderOf('2022-05-10', '2022-05-02')).toBe('7');
    expect(reminderOf('2023-01-05', '2022-12-28')).toBe('7');
    expect(reminderOf('2023-01-11', '2022-12-28')).toBe('14');
  });

  it('moves before a closure that the city adds', () => {
    const closed = new WorkingCalendar(['2022-05-30']);
    expect(reminderOf('2022-05-31', '2022-05-27', closed)).toBe('1');
    expect(reminderOf('2022-05-31', '2022-05-27')).toBe('7');
  });

  it('swallows an earlier one that falls on the same day: ten closed days give one mail', () => {
    expect(meant('2019-05-13', hall).map(([, day]) => day)).toEqual([
      '2019-04-26',
      '2019-04-26',
      '2019-05-10',
    ]);
    expect(reminderOf('2019-05-13', '2019-04-26')).toBe('7');
  });

  it('is not late because the city closes for weeks', () => {
    const closed = new WorkingCalendar(daysFrom('2022-06-01', '2022-06-30'));
    expect(reminderOf('2022-07-05', '2022-05-31', closed)).toBe('7');
    expect(reminderOf('2022-07-12', '2022-05-31', closed)).toBe('14');
    expect(reminderOf('2022-07-15', '2022-05-31', closed)).toBeUndefined();
  });

  it('has a key of its own for each due date and each of the three days', () => {
    expect(remindersOn('2022-05-24', hall)).toContainEqual({ dueOn: '2022-05-31', period: '2022-05-31:7' });
    const periods = remindersOn('2022-05-24', hall).map((r) => r.period);
    expect(new Set(periods).size).toBe(periods.length);
  });

  it('reaches who looks every working day exactly once for each of the three days, over years of due dates', () => {
    const looks = asked(
      daysFrom('2018-10-01', '2023-01-31').filter((d) => hall.isWorkingDay(d)),
      hall,
    );
    for (const dueOn of daysFrom('2018-12-01', '2023-01-31')) {
      // Of reminders that are meant for one day only the newest is left.
      const expected = new Map(meant(dueOn, hall).map(([n, day]) => [day, n]));
      const [from, to] = [addDays(dueOn, -40), addDays(dueOn, 3)];
      const near = looks.filter(([day]) => day >= from && day <= to);
      expect([...heard(dueOn, near)]).toEqual([...expected].map(([day, n]) => [n, day]));
    }
  });

  it('that was missed is made good by the newest one, once', () => {
    expect([...heard('2022-05-31', asked(['2022-05-16', '2022-05-26', '2022-05-27'], hall))]).toEqual([
      ['7', '2022-05-26'],
    ]);
    expect([...heard('2022-05-31', asked(['2022-05-20', '2022-05-30'], hall))]).toEqual([
      ['14', '2022-05-20'],
      ['1', '2022-05-30'],
    ]);
  });

  it('comes neither early, nor twice, nor out of order, whatever days are skipped and closed', () => {
    const dueOn = fc.nat({ max: 365 * 8 }).map((n) => addDays('2017-01-01', n));
    const skipped = fc.array(fc.nat({ max: 45 }), { maxLength: 25 });
    const closures = fc.array(fc.nat({ max: 45 }), { maxLength: 6 });
    fc.assert(
      fc.property(dueOn, skipped, closures, (due, gone, closed) => {
        const start = addDays(due, -45);
        const working = new WorkingCalendar(closed.map((n) => addDays(start, n)));
        const days = daysFrom(start, due).filter((day, n) => working.isWorkingDay(day) && !gone.includes(n));
        const told = [...heard(due, asked(days, working))];
        const planned = new Map(meant(due, working));
        for (const [n, day] of told)
          expect(compareDates(planned.get(n) ?? '9999-12-31', day)).toBeLessThanOrEqual(0);
        const order = told.map(([n]) => Number(n));
        expect(order).toEqual(order.toSorted((a, b) => b - a));
        // Who looks at all in the last fortnight hears something.
        const looked = days.some((day) => day < due && day >= (planned.get('14') ?? ''));
        expect(told.length > 0).toBe(looked);
      }),
      { numRuns: 60 },
    );
  });
});
