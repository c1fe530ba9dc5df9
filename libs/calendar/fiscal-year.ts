import { dateOfParts, lastDayOfMonth, parseDate, partsOf } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

/** A fiscal year is named by the calendar year of its April (Local Autonomy Act, article 208). */
export type FiscalYear = number;

const FIRST_MONTH = 4;

/** The fiscal year a date lies in: 2022-03-31 is in 2021, 2022-04-01 in 2022. */
export function fiscalYearOf(date: CalendarDate): FiscalYear {
  const { year, month } = partsOf(date);
  return month >= FIRST_MONTH ? year : year - 1;
}

/** 1 April. */
export function fiscalYearStart(year: FiscalYear): CalendarDate {
  return parseDate(`${year}-04-01`);
}

/** 31 March of the next calendar year. */
export function fiscalYearEnd(year: FiscalYear): CalendarDate {
  return parseDate(`${year + 1}-03-31`);
}

/** Whether the date lies in the fiscal year, both ends included. */
export function isInFiscalYear(date: CalendarDate, year: FiscalYear): boolean {
  return fiscalYearOf(date) === year;
}

/**
 * The day of a fiscal year that has this month and day: (2022, 5, 31) is 2022-05-31, (2022, 3, 1) is
 * 2023-03-01. 29 February becomes the 28th where February has no 29th.
 * @param month 1–12
 * @param day 1–31, a day the month has
 */
export function dateInFiscalYear(year: FiscalYear, month: number, day: number): CalendarDate {
  const calendarYear = month >= FIRST_MONTH ? year : year + 1;
  const date = dateOfParts({ year: calendarYear, month, day });
  if (date !== undefined) return date;
  if (month === 2 && day === 29) return lastDayOfMonth(parseDate(`${calendarYear}-02-01`));
  throw new RangeError(`no day of a year: month ${month}, day ${day}`);
}
