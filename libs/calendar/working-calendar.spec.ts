import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './calendar-date.js';
import { holidayYears, WorkingCalendar } from './working-calendar.js';

const hall = new WorkingCalendar();

function daysFrom(first: string, last: string): string[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n));
}

describe('working days', () => {
  it('leave 2 and 6 May to work in the Golden Week of 2022', () => {
    expect(daysFrom('2022-04-29', '2022-05-08').filter((date) => hall.isWorkingDay(date))).toEqual([
      '2022-05-02',
      '2022-05-06',
    ]);
    expect(hall.nextWorkingDay('2022-05-03')).toBe('2022-05-06');
    expect(hall.previousWorkingDay('2022-05-01')).toBe('2022-04-28');
  });

  it('stop from 29 December to 3 January', () => {
    expect(hall.isWorkingDay('2022-12-28')).toBe(true);
    for (const date of daysFrom('2022-12-29', '2023-01-03')) expect(hall.isWorkingDay(date)).toBe(false);
    expect(hall.nextWorkingDay('2022-12-29')).toBe('2023-01-04');
    expect(hall.previousWorkingDay('2023-01-03')).toBe('2022-12-28');
    expect(hall.addWorkingDays('2022-12-28', 1)).toBe('2023-01-04');
  });

  it.each([
    ['2023-01-02', 'the substitute for New Year on a Sunday'],
    ['2024-02-12', 'the substitute for Foundation Day'],
    ['2024-05-06', 'the substitute for Children’s Day'],
    ['2026-05-06', 'the substitute after three holidays in a row'],
    ['2026-09-22', 'the day between two holidays'],
    ['2019-04-30', 'the day before the accession'],
    ['2019-05-02', 'the day after the accession'],
    ['2019-10-22', 'the enthronement'],
    ['2020-07-24', 'the holiday moved for the Games'],
    ['2021-07-23', 'the holiday moved for the Games again'],
  ])('%s is closed: %s', (date) => {
    expect(hall.isWorkingDay(date)).toBe(false);
  });

  it.each(['2020-10-12', '2021-10-11', '2022-05-02', '2022-03-31', '2022-04-01', '2024-02-29', '2019-12-23'])(
    '%s is open',
    (date) => {
      expect(hall.isWorkingDay(date)).toBe(true);
    },
  );

  it('stop on the days the city closes', () => {
    const closed = new WorkingCalendar(['2022-05-02', '2022-11-01']);
    expect(closed.isWorkingDay('2022-05-02')).toBe(false);
    expect(closed.nextWorkingDay('2022-04-29')).toBe('2022-05-06');
    expect(closed.workingDaysBetween('2022-10-31', '2022-11-02')).toBe(1);
    expect(() => new WorkingCalendar(['2022-02-30'])).toThrow(
      expect.objectContaining({ code: 'calendar.not_a_date' }),
    );
  });

  it('count five days for an approver over a weekend and holidays', () => {
    expect(hall.addWorkingDays('2022-05-30', 5)).toBe('2022-06-06');
    expect(hall.addWorkingDays('2022-04-28', 5)).toBe('2022-05-11');
    expect(hall.addWorkingDays('2022-05-29', 1)).toBe('2022-05-30');
    expect(hall.addWorkingDays('2022-06-06', -5)).toBe('2022-05-30');
    expect(hall.addWorkingDays('2022-05-30', 0)).toBe('2022-05-30');
    expect(hall.addWorkingDays('2022-05-28', 0)).toBe('2022-05-30');
  });

  it('count between two dates, the first not included', () => {
    expect(hall.workingDaysBetween('2022-05-30', '2022-05-30')).toBe(0);
    expect(hall.workingDaysBetween('2022-05-30', '2022-05-31')).toBe(1);
    expect(hall.workingDaysBetween('2022-05-27', '2022-05-30')).toBe(1);
    expect(hall.workingDaysBetween('2022-05-30', '2022-05-27')).toBe(-1);
    expect(hall.workingDaysBetween('2022-04-01', '2023-03-31')).toBe(242);
  });

  it('are refused where national holidays are unknown', () => {
    expect(holidayYears).toEqual({ first: 1970, last: 2050 });
    const refused = expect.objectContaining({
      code: 'calendar.holidays_unknown',
      params: { date: '2051-01-04', first: 1970, last: 2050 },
    });
    expect(() => hall.isWorkingDay('2051-01-04')).toThrow(refused);
    expect(() => hall.isWorkingDay('1969-12-26')).toThrow(
      expect.objectContaining({ code: 'calendar.holidays_unknown' }),
    );
    expect(() => hall.isWorkingDay('2022-02-30')).toThrow(
      expect.objectContaining({ code: 'calendar.not_a_date' }),
    );
  });
});

describe('laws of working days', () => {
  const dates = fc.integer({ min: 0, max: 28_000 }).map((days) => addDays('1971-06-01', days));
  const closures = fc.array(dates, { maxLength: 30 });

  it('the next and the previous working day are working, nearest, and on the right side', () => {
    fc.assert(
      fc.property(dates, closures, (date, closed) => {
        const calendar = new WorkingCalendar(closed);
        const next = calendar.nextWorkingDay(date);
        const previous = calendar.previousWorkingDay(date);
        expect(calendar.isWorkingDay(next) && calendar.isWorkingDay(previous)).toBe(true);
        expect(previous <= date && date <= next).toBe(true);
        expect(
          daysFrom(previous, next)
            .slice(1, -1)
            .some((day) => calendar.isWorkingDay(day)),
        ).toBe(false);
        expect(next === date).toBe(calendar.isWorkingDay(date));
      }),
    );
  });

  it('n working days on are n working days away', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), closures, (date, n, closed) => {
        const calendar = new WorkingCalendar(closed);
        const there = calendar.addWorkingDays(date, n);
        expect(calendar.isWorkingDay(there)).toBe(true);
        fc.pre(n !== 0);
        expect(calendar.workingDaysBetween(date, there)).toBe(n);
      }),
    );
  });

  it('going on and back returns to a working day', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const start = hall.nextWorkingDay(date);
        expect(hall.addWorkingDays(hall.addWorkingDays(start, n), -n)).toBe(start);
      }),
    );
  });
});
