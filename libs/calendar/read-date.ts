import { invalid } from '#errors';
import { addDays, dateOfParts, weekday } from './calendar-date.js';
import type { CalendarDate } from './calendar-date.js';
import { ERAS, eraCalled, eraOfDate } from './era.js';
import type { Era } from './era.js';
import type { FiscalYear } from './fiscal-year.js';
import { MONTHS, weekdayCalled } from './format-date.js';

const ERA = '(令和?|平成?|昭和?|大正?|[RHST])';
const ERA_YEAR = '(元|\\d{1,2})';
const ERA_DATE = new RegExp(
  `^${ERA}${ERA_YEAR}(?:年(\\d{1,2})月(\\d{1,2})日|([-/.])(\\d{1,2})\\5(\\d{1,2}))$`,
  'i',
);
const WESTERN_DATE = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([-/.])(\d{1,2})\4(\d{1,2}))$/;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const ENGLISH_DATE = /^(\d{1,2})([a-z]{3})[a-z]*(\d{4})$/i;
const BRACKETED_END = /\(([^()]+)\)$/;
const ERA_FISCAL_YEAR = new RegExp(`^${ERA}${ERA_YEAR}(?:年度?)?$`, 'i');
const WESTERN_FISCAL_YEAR = /^(?:FY)?(\d{4})(?:年度?)?$/i;

/** Years a person can mean; anything else is a slip of the finger. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * Reads a date as people write it, half- or full-width: 令和4年5月30日, 令和元年5月1日, R4.5.30, 2022/5/30,
 * 2022年5月30日, 2022-05-30, 20220530, 30 May 2022, each with or without the weekday in brackets.
 * @throws DomainError `calendar.not_a_date` {text}; `calendar.not_in_era` {text, era, from, to} for a day the
 * era does not have (R1.4.30); `calendar.wrong_weekday` {text} when the weekday is another one.
 */
export function parseDateInput(text: string): CalendarDate {
  const compact = plain(text);
  const inBrackets = BRACKETED_END.exec(compact)?.[1];
  const date = readDate(compact.replace(BRACKETED_END, ''), text);
  if (inBrackets === undefined) return date;
  const named = weekdayCalled(inBrackets.replace(/曜日?$/, ''));
  if (named === undefined) throw invalid('calendar.not_a_date', { text });
  if (named !== weekday(date)) throw invalid('calendar.wrong_weekday', { text });
  return date;
}

/**
 * Reads a fiscal year as people write it, half- or full-width: R5, 令和5年度, 令和元年度, H30, 2023, 2023年度,
 * FY2023, 令和5年度(2023). An era may run on past its end, because plans written before 2019 say 平成35年度.
 * @throws DomainError `calendar.not_a_fiscal_year` {text}
 */
export function parseFiscalYear(text: string): FiscalYear {
  const compact = plain(text);
  const inBrackets = BRACKETED_END.exec(compact)?.[1];
  const year = readFiscalYear(compact.replace(BRACKETED_END, ''));
  const agrees = inBrackets === undefined || readFiscalYear(inBrackets) === year;
  if (year === undefined || !agrees) throw invalid('calendar.not_a_fiscal_year', { text });
  return year;
}

function readDate(compact: string, text: string): CalendarDate {
  const inEra = ERA_DATE.exec(compact);
  if (inEra) return readEraDate(inEra, text);
  const [year, month, day] = westernParts(compact);
  const date = dateOfParts({ year: Number(year), month: Number(month), day: Number(day) });
  if (date === undefined || !isLikely(Number(year))) throw invalid('calendar.not_a_date', { text });
  return date;
}

function westernParts(compact: string): (string | number | undefined)[] {
  const western = WESTERN_DATE.exec(compact);
  if (western) return [western[1], western[2] ?? western[5], western[3] ?? western[6]];
  const eightDigits = COMPACT_DATE.exec(compact);
  if (eightDigits) return eightDigits.slice(1);
  const [, day, month = '', year] = ENGLISH_DATE.exec(compact) ?? [];
  return [year, MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1, day];
}

function readEraDate(match: RegExpExecArray, text: string): CalendarDate {
  const era = eraCalled(match[1] ?? '');
  const year = era && gregorianYear(era, match[2] ?? '');
  const date =
    year === undefined
      ? undefined
      : dateOfParts({ year, month: Number(match[3] ?? match[6]), day: Number(match[4] ?? match[7]) });
  if (era === undefined || date === undefined) throw invalid('calendar.not_a_date', { text });
  if (eraOfDate(date) !== era) {
    throw invalid('calendar.not_in_era', { text, era: era.name, from: era.from, to: lastDayOf(era) });
  }
  return date;
}

/** The last day of an era; the one that still runs has none. */
function lastDayOf(era: Era): CalendarDate | null {
  const next = ERAS[ERAS.indexOf(era) - 1];
  return next ? addDays(next.from, -1) : null;
}

function readFiscalYear(compact: string): FiscalYear | undefined {
  const inEra = ERA_FISCAL_YEAR.exec(compact);
  const era = eraCalled(inEra?.[1] ?? '');
  const year = era ? gregorianYear(era, inEra?.[2] ?? '') : Number(WESTERN_FISCAL_YEAR.exec(compact)?.[1]);
  return year !== undefined && isLikely(year) ? year : undefined;
}

/** 元 or 5 of an era as a Gregorian year; undefined for year 0. */
function gregorianYear(era: Era, written: string): number | undefined {
  const count = written === '元' ? 1 : Number(written);
  return count >= 1 ? era.yearZero + count : undefined;
}

function isLikely(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Half-width (㋿ becomes 令和), without any blanks. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
