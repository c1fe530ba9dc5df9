import { invalid } from '#errors';

/**
 * A day of the Gregorian calendar without time or zone, always 'YYYY-MM-DD'. Two of them compare correctly
 * as text. Text that comes from outside becomes one through `parseDate` or `parseDateInput`.
 */
export type CalendarDate = string;

/** 0 is Sunday, 6 is Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const DAY_MS = 86_400_000;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Year, month (1–12) and day (1–31) of a date. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The date of these parts, or undefined when the calendar has no such day (30 February). Years 100–9999.
 */
export function dateOfParts({ year, month, day }: DateParts): CalendarDate | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 100 &&
    year <= 9999 &&
    instant.getUTCFullYear() === year &&
    instant.getUTCMonth() === month - 1 &&
    instant.getUTCDate() === day;
  return exists ? `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` : undefined;
}

/** Whether the text is an existing day written 'YYYY-MM-DD'. */
export function isCalendarDate(text: string): boolean {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  return dateOfParts({ year: Number(year), month: Number(month), day: Number(day) }) !== undefined;
}

/**
 * Reads 'YYYY-MM-DD' and nothing else (what people type goes through `parseDateInput`).
 * @throws DomainError `calendar.not_a_date` {text}, also for days that do not exist (2026-02-30).
 */
export function parseDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw invalid('calendar.not_a_date', { text });
  return text;
}

/** Year, month and day of a date as numbers. */
export function partsOf(date: CalendarDate): DateParts {
  const [year, month, day] = parseDate(date).split('-').map(Number);
  return { year: year ?? NaN, month: month ?? NaN, day: day ?? NaN };
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `a` to `b`: 1 from today to tomorrow, negative when `b` is earlier. */
export function daysBetween(a: CalendarDate, b: CalendarDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** −1 when `a` is earlier than `b`, 1 when later, 0 on the same day; fits Array.prototype.sort. */
export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(date: CalendarDate): Weekday {
  // Day 0 (1 January 1970) was a Thursday.
  return ((((dayNumber(date) + 4) % 7) + 7) % 7) as Weekday;
}

/** The last day of the month the date lies in. */
export function lastDayOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return dateOfDayNumber(Date.UTC(year, month, 0) / DAY_MS);
}

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  return Date.parse(parseDate(date)) / DAY_MS;
}

function dateOfDayNumber(days: number): CalendarDate {
  return parseDate(new Date(days * DAY_MS).toISOString().slice(0, 10));
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
