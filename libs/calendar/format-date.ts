import { partsOf, weekday } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';
import { eraOfDate, eraOfFiscalYear, yearInEra } from './era.js';
import type { FiscalYear } from './fiscal-year.js';

export type Language = 'ja' | 'en';

export interface DateFormat {
  /** Adds the day of the week in brackets. */
  readonly weekday?: boolean;
  /** Adds the year: of the era in Japanese, Gregorian in English. */
  readonly year?: boolean;
}

const WEEKDAYS = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

/** Short English month names, January first. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** 令和5年度, 令和元年度 or `FY2023`. Years before 1913 are written 1912年度. */
export function formatFiscalYear(year: FiscalYear, lang: Language): string {
  if (lang === 'en') return `FY${year}`;
  const era = eraOfFiscalYear(year);
  return era ? `${era.name}${yearInEra(era, year)}年度` : `${year}年度`;
}

/** The narrow form for table headings in both languages: H30, R1, R5. */
export function shortFiscalYear(year: FiscalYear): string {
  const era = eraOfFiscalYear(year);
  return era ? `${era.letter}${year - era.yearZero}` : String(year);
}

/**
 * 5月30日, 5月30日（月）, 令和4年5月30日（月）; in English 30 May, 30 May (Mon), 30 May 2022 (Mon).
 * Days before 30 July 1912 carry their Gregorian year.
 */
export function formatDate(date: CalendarDate, lang: Language, format: DateFormat = {}): string {
  const { year, month, day } = partsOf(date);
  const dayName = WEEKDAYS[lang][weekday(date)];
  if (lang === 'en') {
    const written = `${day} ${MONTHS[month - 1]}${format.year ? ` ${year}` : ''}`;
    return format.weekday ? `${written} (${dayName})` : written;
  }
  const era = eraOfDate(date);
  const yearName = era ? `${era.name}${yearInEra(era, year)}` : String(year);
  const written = `${format.year ? `${yearName}年` : ''}${month}月${day}日`;
  return format.weekday ? `${written}（${dayName}）` : written;
}

/** The weekday (0–6) that a word in brackets names: 月 or Mon; undefined when it names none. */
export function weekdayCalled(word: string): number | undefined {
  const at = [WEEKDAYS.ja, WEEKDAYS.en].map((names: readonly string[]) =>
    names.findIndex((name) => name.toLowerCase() === word.toLowerCase()),
  );
  return at.find((index) => index >= 0);
}
