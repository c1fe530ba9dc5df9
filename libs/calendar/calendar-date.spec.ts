import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#errors';
import {
  addDays,
  compareDates,
  daysBetween,
  isCalendarDate,
  lastDayOfMonth,
  parseDate,
  weekday,
} from './calendar-date.js';

const anyDate = fc.integer({ min: -40_000, max: 80_000 }).map((days) => addDays('1970-01-01', days));

function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  throw new Error('was not refused');
}

describe('a calendar date', () => {
  it.each(['2022-05-30', '2024-02-29', '2000-02-29', '1970-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(parseDate(text)).toBe(text);
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2022-5-30',
    '2022/05/30',
    '2022-05-30T00:00:00Z',
    ' 2022-05-30',
    '0050-01-01',
    '',
    'today',
  ])('%p is none', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(refusal(() => parseDate(text))).toMatchObject({
      kind: 'invalid',
      code: 'calendar.not_a_date',
      params: { text },
    });
  });

  it('knows the days that leap years add', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2100-01-01', '2101-01-01')).toBe(365);
    expect(lastDayOfMonth('2024-02-01')).toBe('2024-02-29');
    expect(lastDayOfMonth('2023-02-28')).toBe('2023-02-28');
    expect(lastDayOfMonth('2022-12-31')).toBe('2022-12-31');
  });

  it('names the day of the week', () => {
    expect(weekday('2022-05-29')).toBe(0);
    expect(weekday('2022-05-30')).toBe(1);
    expect(weekday('1969-12-31')).toBe(3);
    expect(weekday('1960-01-02')).toBe(6);
  });

  it('sorts', () => {
    expect(['2022-10-01', '2021-12-31', '2022-09-30'].sort(compareDates)).toEqual([
      '2021-12-31',
      '2022-09-30',
      '2022-10-01',
    ]);
    expect(compareDates('2022-05-30', '2022-05-30')).toBe(0);
  });

  it('adds and counts days as opposites of each other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
        expect(compareDates(date, other)).toBe(-Math.sign(days) + 0);
        expect(weekday(other)).toBe((((weekday(date) + days) % 7) + 7) % 7);
      }),
    );
  });

  it('ends every month on the day before the next begins', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const last = lastDayOfMonth(date);
        expect(last.slice(0, 7)).toBe(date.slice(0, 7));
        expect(addDays(last, 1).slice(8)).toBe('01');
      }),
    );
  });
});
