import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, daysBetween, weekday, WorkingCalendar } from '#calendar';
import { digestDue, mondayOf } from './reminder-days.rules.js';

const hall = new WorkingCalendar();

const daysFrom = (first: string, last: string): string[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n));

/** The days on which the digest goes out when the timetable runs on these days, one after the other. */
function digests(days: readonly string[], working: WorkingCalendar, before: string | null): string[] {
  const runs = [...(before === null ? [] : [before]), ...days];
  const earlier = runs.length - days.length;
  return days.filter((day, n) =>
    digestDue(day, runs.slice(Math.max(0, n + earlier - 7), n + earlier), working),
  );
}

/** The first working day of each week that has one, found by looking at every day. */
function firstWorkingDays(days: readonly string[], working: WorkingCalendar): string[] {
  const first = new Map<string, string>();
  for (const day of days) {
    const week = mondayOf(day);
    if (working.isWorkingDay(day) && !first.has(week)) first.set(week, day);
  }
  return [...first.values()];
}

describe('the Monday of a week', () => {
  it('begins the week that ends on Sunday', () => {
    for (const day of daysFrom('2022-05-30', '2022-06-05')) expect(mondayOf(day)).toBe('2022-05-30');
    expect(mondayOf('2022-06-06')).toBe('2022-06-06');
    expect(mondayOf('2023-01-01')).toBe('2022-12-26');
  });
});

describe('the managers’ digest', () => {
  it('goes out on Monday morning and not again in that week', () => {
    const days = daysFrom('2022-05-30', '2022-06-12');
    expect(digests(days, hall, '2022-05-29')).toEqual(['2022-05-30', '2022-06-06']);
  });

  it('waits for the first working day of a week that begins with a holiday', () => {
    expect(digests(daysFrom('2022-01-10', '2022-01-16'), hall, '2022-01-09')).toEqual(['2022-01-11']);
    expect(digests(daysFrom('2023-01-02', '2023-01-08'), hall, '2023-01-01')).toEqual(['2023-01-04']);
  });

  it('is left out in a week without a working day, and comes once in the next', () => {
    expect(digests(daysFrom('2019-04-29', '2019-05-12'), hall, '2019-04-28')).toEqual(['2019-05-07']);
  });

  it('goes out in the Golden Week on its first working day', () => {
    expect(digests(daysFrom('2022-04-25', '2022-05-15'), hall, '2022-04-24')).toEqual([
      '2022-04-25',
      '2022-05-02',
      '2022-05-09',
    ]);
  });

  it('is made good once when its day was missed, on a working day of that week', () => {
    expect(digests(['2022-06-01', '2022-06-02', '2022-06-03'], hall, '2022-05-27')).toEqual(['2022-06-01']);
    expect(digests(['2022-06-04', '2022-06-05', '2022-06-06'], hall, '2022-05-27')).toEqual(['2022-06-06']);
  });

  it('is not lost when the timetable comes back on a holiday in the middle of the week', () => {
    expect(digests(['2015-11-03', '2015-11-04', '2015-11-05'], hall, '2015-10-31')).toEqual(['2015-11-04']);
    expect(digests(['2015-11-02', '2015-11-03', '2015-11-04'], hall, '2015-11-01')).toEqual(['2015-11-02']);
  });

  it('does not begin in the middle of a week where the timetable never ran before', () => {
    expect(digests(daysFrom('2022-06-01', '2022-06-07'), hall, null)).toEqual(['2022-06-06']);
    expect(digests(daysFrom('2015-11-03', '2015-11-09'), hall, null)).toEqual(['2015-11-09']);
    expect(digests(daysFrom('2022-06-06', '2022-06-07'), hall, null)).toEqual(['2022-06-06']);
  });

  it('goes out exactly once in every week that has a working day, over fourteen years', () => {
    const days = daysFrom('2013-12-30', '2027-12-31');
    expect(digests(days, hall, '2013-12-29')).toEqual(firstWorkingDays(days, hall));
  });

  it('does so whatever else the city closes', () => {
    const closures = fc.array(fc.nat({ max: 120 }), { maxLength: 60 });
    const monday = fc.nat({ max: 52 * 20 }).map((weeks) => addDays('2010-01-04', 7 * weeks));
    fc.assert(
      fc.property(monday, closures, (first, closed) => {
        expect(weekday(first)).toBe(1);
        const working = new WorkingCalendar(closed.map((n) => addDays(first, n)));
        const days = daysFrom(first, addDays(first, 16 * 7 - 1));
        expect(digests(days, working, addDays(first, -1))).toEqual(firstWorkingDays(days, working));
      }),
      { numRuns: 40 },
    );
  });

  it('goes out at most once a week, on a working day, whatever days the timetable is down', () => {
    const monday = fc.nat({ max: 52 * 20 }).map((weeks) => addDays('2010-01-04', 7 * weeks));
    const up = fc.array(fc.boolean(), { minLength: 56, maxLength: 56 });
    fc.assert(
      fc.property(monday, up, (first, runs) => {
        const days = daysFrom(first, addDays(first, 55)).filter((_, n) => runs[n]);
        const sent = digests(days, hall, addDays(first, -1));
        expect(new Set(sent.map(mondayOf)).size).toBe(sent.length);
        for (const day of sent) expect(hall.isWorkingDay(day)).toBe(true);
        // A week in which it ran on some working day has its digest.
        const weeks = new Set(days.filter((day) => hall.isWorkingDay(day)).map(mondayOf));
        expect(sent.map(mondayOf)).toEqual([...weeks]);
        expect(sent).toEqual(sent.toSorted(compareDates));
      }),
    );
  });
});
