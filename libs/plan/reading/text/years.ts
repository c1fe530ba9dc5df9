/** How a printed year counts: 年度 or bare, 年 (January to December), or a date inside the year. */
export type YearCount = 'fiscal' | 'calendar' | 'date';

export interface PrintedYear {
  /** Fiscal year; for a calendar year its number unchanged, for a date the fiscal year that holds it. */
  readonly year: number;
  readonly counted: YearCount;
  readonly printed: string;
}

const eraStarts: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
};

const YEAR = new RegExp(
  '(?:(?<![A-Za-z])(?<era>令和|平成|昭和|[RHS])\\.?\\s*(?<eraYear>元|\\d{1,2})(?!\\d)' +
    '|(?<!\\d)(?<west>(?:19|20)\\d{2})(?!\\d))' +
    '(?:\\s*(?<fiscal>年度)(?:末|当初)?' +
    '|\\s*年\\s*(?<month>\\d{1,2})\\s*月(?:\\s*\\d{1,2}\\s*日|末|時点)?' +
    '|[./](?<month2>\\d{1,2})(?:[./]\\d{1,2})?(?!\\d)' +
    '|\\s*(?<calendar>年)(?!間|代|目))?',
  'g',
);

/** All years printed in the text, in order. `H30`, `R1年度`, `平成30年度`, `令和元`, `2018年度`, `2018年`, `R5.4.1`. */
export function readYears(text: string): PrintedYear[] {
  return [...text.matchAll(YEAR)].map(toYear);
}

/** The year a cell or bracket means: the first fiscal one when a second form stands beside it. */
export function readYear(text: string): PrintedYear | null {
  const years = readYears(text);
  return years.find((year) => year.counted === 'fiscal') ?? years[0] ?? null;
}

/** True when the text holds a year and nothing else, such as `(R5)` or `令和5年度（2023年度）末時点`. */
export function isOnlyYears(text: string): boolean {
  const rest = text.replace(YEAR, '').replace(/[\s()（）［］[\]〔〕末時点現在実績見込]/g, '');
  return rest === '' && readYears(text).length > 0;
}

/** The text without its years and without the brackets and particles that held them. */
export function withoutYears(text: string): string {
  return text
    .replace(YEAR, '')
    .replace(/[(（［[〔][\s末時点現在月日、・/]*[)）］\]〕]/g, '')
    .replace(/\s+/g, '');
}

/** First and last fiscal year of a span such as `令和6年度～令和10年度`, `2024-2028` or `令和6～10年度`. */
export function readSpan(text: string): { readonly first: number; readonly last: number } | null {
  const short =
    /(令和|平成|R|H)\s*(元|\d{1,2})\s*(?:年度?)?\s*(?:から|[～〜~–—―−－-])\s*(\d{1,2})\s*年度/.exec(text);
  const spanned = short
    ? [eraYear(short[1], short[2]), eraYear(short[1], short[3])]
    : readYears(text).map((found) => found.year);
  if (spanned.length < 2) return null;
  const first = Math.min(...spanned);
  const last = Math.max(...spanned);
  return last > first && last - first < 30 ? { first, last } : null;
}

function toYear(match: RegExpMatchArray): PrintedYear {
  const found = match.groups ?? {};
  const year = found['west'] ? Number(found['west']) : eraYear(found['era'], found['eraYear']);
  const month = Number(found['month'] ?? found['month2'] ?? 0);
  const printed = match[0].trim();
  if (month >= 1 && month <= 12) return { year: month >= 4 ? year : year - 1, counted: 'date', printed };
  return { year, counted: found['calendar'] ? 'calendar' : 'fiscal', printed };
}

function eraYear(era: string | undefined, printed: string | undefined): number {
  return (eraStarts[era ?? ''] ?? 0) + (printed === '元' ? 1 : Number(printed));
}
