import nationalHolidays from '@holiday-jp/holiday_jp';
import { invalid } from '#errors';
import { addDays, compareDates, parseDate, weekday } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';

const HOLIDAYS: ReadonlySet<CalendarDate> = new Set(Object.keys(nationalHolidays.holidays));
const HOLIDAY_YEARS = [...HOLIDAYS].map((date) => Number(date.slice(0, 4)));

/**
 * The calendar years whose national holidays are known. Years ahead are computed from the Act on National
 * Holidays as it stands; when the Diet moves a holiday, the package @holiday-jp/holiday_jp is updated.
 * Days outside are refused, because guessing would move due dates silently.
 */
export const holidayYears: { readonly first: number; readonly last: number } = {
  first: Math.min(...HOLIDAY_YEARS),
  last: Math.max(...HOLIDAY_YEARS),
};

const SUNDAY = 0;
const SATURDAY = 6;
const YEAR_END_FROM = '12-29';
const NEW_YEAR_TO = '01-03';

/**
 * The days a city hall works. Closed are Saturdays, Sundays, national holidays with their substitutes,
 * 29 December to 3 January (Local Autonomy Act, article 4-2, and the ordinances made under it), and the
 * closures the city adds.
 * Every method throws DomainError `calendar.holidays_unknown` {date, first, last} outside `holidayYears`.
 */
export class WorkingCalendar {
  readonly #closures: ReadonlySet<CalendarDate>;

  /** @param closures days the city closes besides, e.g. a founding day or a day of disaster */
  constructor(closures: readonly CalendarDate[] = []) {
    this.#closures = new Set(closures.map(parseDate));
  }

  /** Whether the city hall works on this day. */
  isWorkingDay(date: CalendarDate): boolean {
    requireKnownHolidays(date);
    const dayOfWeek = weekday(date);
    if (dayOfWeek === SUNDAY || dayOfWeek === SATURDAY) return false;
    return !HOLIDAYS.has(date) && !isYearEnd(date) && !this.#closures.has(date);
  }

  /** The day itself when it is a working day, otherwise the next one. */
  nextWorkingDay(date: CalendarDate): CalendarDate {
    return this.#walk(date, 1);
  }

  /** The day itself when it is a working day, otherwise the one before. */
  previousWorkingDay(date: CalendarDate): CalendarDate {
    return this.#walk(date, -1);
  }

  /**
   * The n-th working day after the date, which itself does not count; before it when n is negative.
   * 0 gives the date itself, or the next working day when it is none.
   */
  addWorkingDays(date: CalendarDate, n: number): CalendarDate {
    const step = n < 0 ? -1 : 1;
    let at = n === 0 ? this.nextWorkingDay(date) : date;
    for (let left = Math.abs(n); left > 0; left -= 1) at = this.#walk(addDays(at, step), step);
    return at;
  }

  /**
   * Working days from `a` to `b`: those after `a` up to and including `b`; when `b` is earlier, minus those
   * from `b` up to but not including `a`. So it is n between a date and its `addWorkingDays(date, n)`.
   */
  workingDaysBetween(a: CalendarDate, b: CalendarDate): number {
    if (compareDates(b, a) < 0) return -this.#count(b, addDays(a, -1));
    return this.#count(addDays(a, 1), b);
  }

  #walk(date: CalendarDate, step: 1 | -1): CalendarDate {
    let at = date;
    while (!this.isWorkingDay(at)) at = addDays(at, step);
    return at;
  }

  #count(first: CalendarDate, last: CalendarDate): number {
    let days = 0;
    for (let at = first; compareDates(at, last) <= 0; at = addDays(at, 1))
      if (this.isWorkingDay(at)) days += 1;
    return days;
  }
}

function isYearEnd(date: CalendarDate): boolean {
  const monthAndDay = date.slice(5);
  return monthAndDay >= YEAR_END_FROM || monthAndDay <= NEW_YEAR_TO;
}

function requireKnownHolidays(date: CalendarDate): void {
  const year = Number(parseDate(date).slice(0, 4));
  if (year >= holidayYears.first && year <= holidayYears.last) return;
  throw invalid('calendar.holidays_unknown', { date, first: holidayYears.first, last: holidayYears.last });
}
