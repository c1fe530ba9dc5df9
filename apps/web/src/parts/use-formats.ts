import { createContext, useContext, useMemo } from 'react';
import { useLanguage, useWords } from '../words';
import { formatDay, formatMonth, formatNearDay, formatTime, formatYear, shortYear } from './dates';
import { formatMoney, formatNumber, isPercent } from './numbers';

/** Today's date, so that a day of another year can name it; empty before anybody is signed in. */
export const TodayContext = createContext('');

/** How dates and numbers are written in the reader's language. */
export interface Formats {
  /** 5月30日（月）; of another year than today's 令和5年4月1日（土） */
  readonly day: (date: string) => string;
  /** 5月30日; of another year than today's 令和5年4月1日 */
  readonly plainDay: (date: string) => string;
  /** 5月30日, where the year stands beside it anyway */
  readonly shortDay: (date: string) => string;
  /** 令和4年5月30日（月） */
  readonly fullDay: (date: string) => string;
  /** 令和4年5月30日 */
  readonly plainFullDay: (date: string) => string;
  /** 令和4年5月 */
  readonly month: (date: string) => string;
  /** 令和3年度 */
  readonly year: (fiscalYear: number) => string;
  /** R3, in English 2021 */
  readonly shortYear: (fiscalYear: number) => string;
  /** 10:32 in Japan */
  readonly time: (instant: string) => string;
  /** あす, あと3日, 28日超過 */
  readonly daysLeft: (days: number) => string;
  readonly number: (value: string | number) => string;
  /** An amount in 千円, without the unit */
  readonly money: (value: string) => string;
  /** 94.5％, in English 94.5% */
  readonly percent: (value: string | number) => string;
  /** 5,700人, 94.5％; in English 5,700 people, 94.5% */
  readonly amount: (value: string, unit: string) => string;
  /** 広報課、総務課; in English with commas */
  readonly list: (names: readonly string[]) => string;
  /** ＋2, －3, ±0 */
  readonly signed: (value: string) => string;
}

export function useFormats(): Formats {
  const language = useLanguage();
  const say = useWords('parts');
  const today = useContext(TodayContext);
  return useMemo<Formats>(
    () => ({
      day: (date) => formatNearDay(date, today, language, { weekday: true }),
      plainDay: (date) => formatNearDay(date, today, language),
      shortDay: (date) => formatDay(date, language),
      fullDay: (date) => formatDay(date, language, { year: true, weekday: true }),
      plainFullDay: (date) => formatDay(date, language, { year: true }),
      month: (date) => formatMonth(date, language),
      year: (fiscalYear) => formatYear(fiscalYear, language),
      shortYear: (fiscalYear) => shortYear(fiscalYear, language),
      time: formatTime,
      daysLeft: (days) => {
        if (days === 0) return say('days.today');
        if (days === 1) return say('days.tomorrow');
        return days > 0 ? say('days.left', { count: days }) : say('days.over', { count: -days });
      },
      number: formatNumber,
      money: formatMoney,
      percent: (value) => (language === 'ja' ? `${value}％` : `${value}%`),
      amount: (value, unit) => {
        if (language === 'ja') return `${formatNumber(value)}${isPercent(unit) ? '％' : unit}`;
        return isPercent(unit) ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`.trim();
      },
      list: (names) => names.join(language === 'ja' ? '、' : ', '),
      signed: (value) => {
        if (/^-?0*(\.0*)?$/.test(value)) return '±0';
        return value.startsWith('-') ? `－${formatNumber(value.slice(1))}` : `＋${formatNumber(value)}`;
      },
    }),
    [language, say, today],
  );
}
