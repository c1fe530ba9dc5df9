import type { Language } from '../words';

interface Era {
  readonly name: string;
  readonly letter: string;
  readonly yearZero: number;
  readonly from: string;
  readonly firstFiscalYear: number;
}

/** Newest first. The budget year that began in Heisei 31 is called 令和元年度 as a whole. */
export const ERAS: readonly Era[] = [
  { name: '令和', letter: 'R', yearZero: 2018, from: '2019-05-01', firstFiscalYear: 2019 },
  { name: '平成', letter: 'H', yearZero: 1988, from: '1989-01-08', firstFiscalYear: 1989 },
  { name: '昭和', letter: 'S', yearZero: 1925, from: '1926-12-25', firstFiscalYear: 1927 },
];

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const DAY = 86_400_000;
export const noon = (date: string) => new Date(`${date}T12:00:00Z`);

function inEra(era: Era, year: number): string {
  const count = year - era.yearZero;
  return count === 1 ? '元' : String(count);
}

/** The day of the week, 0 for Sunday. */
export function weekdayOf(date: string): number {
  return noon(date).getUTCDay();
}

export function addDays(date: string, days: number): string {
  return new Date(noon(date).getTime() + days * DAY).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / DAY);
}

/** April names the fiscal year: 2022-03-31 lies in 2021. */
export function fiscalYearOf(date: string): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

export interface DayFormat {
  readonly year?: boolean;
  readonly weekday?: boolean;
}

/** 5月30日, 5月30日（月）, 令和4年5月30日（月）; in English 30 May 2022 (Mon). */
export function formatDay(date: string, language: Language, { year, weekday }: DayFormat = {}): string {
  const [y, m, d] = date.split('-').map(Number);
  if (y === undefined || m === undefined || d === undefined) return date;
  const name = WEEKDAYS[language][weekdayOf(date)] ?? '';
  if (language === 'en') return `${d} ${MONTHS[m - 1]}${year ? ` ${y}` : ''}${weekday ? ` (${name})` : ''}`;
  const era = ERAS.find((one) => one.from <= date);
  const written = `${year ? `${era ? `${era.name}${inEra(era, y)}` : y}年` : ''}${m}月${d}日`;
  return weekday ? `${written}（${name}）` : written;
}

/** Whether a day has to name its year: it lies in another calendar year than today. */
export function isOtherYear(date: string, today: string): boolean {
  return today !== '' && date.slice(0, 4) !== today.slice(0, 4);
}

/** A day as people say it: with its year only where it is not this one. 令和5年4月1日（土） in 2022. */
export function formatNearDay(
  date: string,
  today: string,
  language: Language,
  { weekday = false }: Pick<DayFormat, 'weekday'> = {},
): string {
  return formatDay(date, language, { year: isOtherYear(date, today), weekday });
}

/** 令和3年9月; in English Sep 2021. */
export function formatMonth(date: string, language: Language): string {
  if (language === 'en') return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
  return formatDay(date, language, { year: true }).replace(/\d+日$/, '');
}

/** 令和5年度, 令和元年度; in English FY2023. */
export function formatYear(year: number, language: Language): string {
  if (language === 'en') return `FY${year}`;
  const era = ERAS.find((one) => one.firstFiscalYear <= year);
  return era ? `${era.name}${inEra(era, year)}年度` : `${year}年度`;
}

/** The narrow form for table heads and charts: H30, R1; in English the year alone. */
export function shortYear(year: number, language: Language): string {
  if (language === 'en') return String(year);
  const era = ERAS.find((one) => one.firstFiscalYear <= year);
  return era ? `${era.letter}${year - era.yearZero}` : String(year);
}

/** 10:32 in Japan. */
export function formatTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  }).format(new Date(instant));
}

/** A day as it is stored: YYYY-MM-DD. */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
