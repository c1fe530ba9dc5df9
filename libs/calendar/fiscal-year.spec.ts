import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from './calendar-date.js';
import {
  dateInFiscalYear,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  isInFiscalYear,
} from './fiscal-year.js';

describe('a fiscal year', () => {
  it('turns on 1 April', () => {
    expect(fiscalYearOf('2022-03-31')).toBe(2021);
    expect(fiscalYearOf('2022-04-01')).toBe(2022);
    expect(fiscalYearOf('2022-12-31')).toBe(2022);
    expect(fiscalYearOf('2023-01-01')).toBe(2022);
  });

  it('runs from 1 April to 31 March', () => {
    expect(fiscalYearStart(2022)).toBe('2022-04-01');
    expect(fiscalYearEnd(2022)).toBe('2023-03-31');
    expect(isInFiscalYear('2023-03-31', 2022)).toBe(true);
    expect(isInFiscalYear('2023-04-01', 2022)).toBe(false);
  });

  it('is a day longer when its February is', () => {
    expect(daysBetween(fiscalYearStart(2023), fiscalYearEnd(2023))).toBe(365);
    expect(daysBetween(fiscalYearStart(2022), fiscalYearEnd(2022))).toBe(364);
  });

  it('places a month and day', () => {
    expect(dateInFiscalYear(2022, 4, 1)).toBe('2022-04-01');
    expect(dateInFiscalYear(2022, 5, 31)).toBe('2022-05-31');
    expect(dateInFiscalYear(2022, 3, 1)).toBe('2023-03-01');
    expect(dateInFiscalYear(2023, 2, 29)).toBe('2024-02-29');
    expect(dateInFiscalYear(2022, 2, 29)).toBe('2023-02-28');
  });

  it.each([
    [4, 31],
    [2, 30],
    [13, 1],
    [0, 1],
  ])('has no month %i day %i', (month, day) => {
    expect(() => dateInFiscalYear(2022, month, day)).toThrow(RangeError);
  });

  it('holds each day exactly once', () => {
    const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n));
    fc.assert(
      fc.property(days, (date) => {
        const year = fiscalYearOf(date);
        expect(date >= fiscalYearStart(year) && date <= fiscalYearEnd(year)).toBe(true);
        expect(addDays(fiscalYearEnd(year), 1)).toBe(fiscalYearStart(year + 1));
        expect(dateInFiscalYear(year, Number(date.slice(5, 7)), Number(date.slice(8)))).toBe(date);
      }),
    );
  });
});
