import { daysBetween, ERAS, isDay, MONTHS, noon } from './dates';

const WRITTEN = [
  /^(令和|平成|昭和|令|平|昭|[RHS])\s*(元|\d{1,2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/i,
  /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/,
];

/** Half-width, without blanks and without the name of the weekday. */
const plainDay = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^)]*\)$/, '');

/** Reads 令和4年5月30日, R4.5.30, 2022/5/30 and full-width forms of them; null when it is no day. */
export function readDay(text: string): string | null {
  const plain = plainDay(text);
  const english = englishDay(plain);
  if (english !== null) return english;
  const [byEra, western] = WRITTEN.map((pattern) => pattern.exec(plain));
  if (byEra) {
    const [, name = '', count = '', month = '', day = ''] = byEra;
    const era = ERAS.find((one) => one.name.startsWith(name) || one.letter === name.toUpperCase());
    return era ? existing(era.yearZero + (count === '元' ? 1 : Number(count)), month, day) : null;
  }
  if (!western) return null;
  const [, year = '', month = '', day = ''] = western;
  return existing(Number(year), month, day);
}

const WITHOUT_YEAR = /^(\d{1,2})[月.\-/](\d{1,2})日?$/;

/** Which year a day without one lies in: the day nearest to another, or the first that is not before it. */
export type YearOfDay = { readonly near: string } | { readonly from: string };

/** Like `readDay`, and also a day without its year (4/4, 4月4日（月）), which gets the year that is meant. */
export function readDayIn(text: string, of: YearOfDay): string | null {
  const whole = readDay(text);
  const found = WITHOUT_YEAR.exec(plainDay(text));
  const base = 'near' in of ? of.near : of.from;
  if (whole !== null || found === null || !isDay(base)) return whole;
  const [, month = '', day = ''] = found;
  const year = Number(base.slice(0, 4));
  // 29 February may lie three years away, over 2100 seven.
  const days = Array.from({ length: 9 }, (_, at) => existing(year - 1 + at, month, day) ?? '').filter(isDay);
  if ('from' in of) return days.find((one) => one >= base) ?? null;
  const [nearest = null] = days
    .filter((one) => Math.abs(Number(one.slice(0, 4)) - year) <= 1)
    .sort((one, other) => Math.abs(daysBetween(base, one)) - Math.abs(daysBetween(base, other)));
  return nearest;
}

/** 1 Apr 2022 and April 1, 2022, without their blanks. */
const ENGLISH = [
  /^(?<day>\d{1,2})(?<month>[a-z]{3,9})\.?,?(?<year>\d{4})$/i,
  /^(?<month>[a-z]{3,9})\.?(?<day>\d{1,2}),(?<year>\d{4})$/i,
];

function englishDay(plain: string): string | null {
  const groups = ENGLISH.map((pattern) => pattern.exec(plain)?.groups).find((found) => found !== undefined);
  if (!groups) return null;
  const { day = '', month = '', year = '' } = groups;
  const at = MONTHS.findIndex((name) => name.toLowerCase() === month.slice(0, 3).toLowerCase());
  return at === -1 ? null : existing(Number(year), String(at + 1), day);
}

function existing(year: number, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = noon(date);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null;
}
