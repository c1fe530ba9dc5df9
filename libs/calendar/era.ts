import type { CalendarDate } from './calendar-date.js';
import type { FiscalYear } from './fiscal-year.js';

/** One Japanese era (元号). Year n of an era is the Gregorian year `yearZero` + n. */
export interface Era {
  readonly name: string;
  /** The letter of JIS X 0301. */
  readonly letter: string;
  readonly yearZero: number;
  /** First day of the era; the one before ends on the day before (the ordinances that changed the era). */
  readonly from: CalendarDate;
  /** First fiscal year called by this era. */
  readonly firstFiscalYear: FiscalYear;
}

/**
 * Newest first. A fiscal year carries the era of its 1 April, with one exception: the government called the
 * budget year that began in Heisei 31 令和元年度 as a whole, so Reiwa names fiscal years from 2019.
 */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', yearZero: 2018, from: '2019-05-01', firstFiscalYear: 2019 },
  { name: '平成', letter: 'H', yearZero: 1988, from: '1989-01-08', firstFiscalYear: 1989 },
  { name: '昭和', letter: 'S', yearZero: 1925, from: '1926-12-25', firstFiscalYear: 1927 },
  { name: '大正', letter: 'T', yearZero: 1911, from: '1912-07-30', firstFiscalYear: 1913 },
];

/** The era a day lies in; undefined before 30 July 1912. */
export function eraOfDate(date: CalendarDate): Era | undefined {
  return ERAS.find((era) => era.from <= date);
}

/** The era that names a fiscal year; undefined before 1913. */
export function eraOfFiscalYear(year: FiscalYear): Era | undefined {
  return ERAS.find((era) => era.firstFiscalYear <= year);
}

/** The era called by its name (令和, or 令 alone) or its letter (R, r). */
export function eraCalled(text: string): Era | undefined {
  return ERAS.find((era) => [era.letter, era.name, era.name.slice(0, 1)].includes(text.toUpperCase()));
}

/** The year within its era as people write it: 元 for the first. */
export function yearInEra(era: Era, year: number): string {
  const count = year - era.yearZero;
  return count === 1 ? '元' : String(count);
}
