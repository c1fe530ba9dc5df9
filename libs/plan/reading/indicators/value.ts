import { DASHES } from '../text/fold-characters.js';
import { readNumeral } from '../text/numerals.js';
import { isOnlyYears, readYear } from '../text/years.js';
import type { PrintedYear } from '../text/years.js';

/** What one cell of a table says. */
export type ValueCell = MissingValue | WordsValue | NumberValue;

export interface MissingValue {
  readonly kind: 'missing';
  readonly printed: string;
  readonly year: PrintedYear | null;
}

export interface WordsValue {
  readonly kind: 'words';
  readonly printed: string;
  readonly words: string;
  readonly year: PrintedYear | null;
}

export interface NumberValue {
  readonly kind: 'number';
  readonly printed: string;
  /** Decimal string without separators, the printed decimals kept: `29.0`. */
  readonly value: string;
  readonly decimals: number;
  /** Printed with the number; empty when none. */
  readonly unit: string;
  /** 以上, 以下; `strict` for 超 and 未満. */
  readonly bound: 'floor' | 'ceiling' | null;
  readonly strict: boolean;
  /** 約, 程度 */
  readonly approximate: boolean;
  /** 100%を維持 */
  readonly maintain: boolean;
  readonly counts: 'value' | 'plan_total' | 'running_total' | 'yearly_count';
  /** Years of a plan total, when printed. */
  readonly totalYears: number | null;
  /** Its own year, where it differs from the column's: `47.1 (R1)`. */
  readonly year: PrintedYear | null;
}

const NUMBER = `(?<sign>[△▲+＋${DASHES}])?(?<number>\\d{1,3}(?:,\\d{3}){1,5}|\\d{1,15})(?!\\d)(?<fraction>\\.\\d{1,10})?(?!\\d)`;
const dashOnly = new RegExp(`^[${DASHES}…‥*＊/／]+$`);
const nothing =
  /^(?:なし|無し|無|未設定|未調査|未実施|未集計|未把握|調査なし|実績なし|データなし|該当なし|基準なし|集計中|不明|新規|N\/?A)$/i;
const ownYear = /[(（［[]([^()（）［］[\]]*)[)）］\]]/g;
const footnote = /(?<=.)(?:[※＊*]\d*|[(（]?注\d*[)）]?)$/;

const yearsCount =
  '(?<years>\\d{1,2}|[一二三四五六七八九十]{1,2})(?:か年度?|カ年|ヵ年|ヶ年|ケ年|箇年|年間|年で)';
const sum = '(?:計|合計|累計|累積|延べ|のべ|総数)';
const total = new RegExp(
  `^(?:.{0,12}まで(?:の)?)?${yearsCount}(?:で|の|に)?${sum}?(?:で)?(?<rest>\\D?\\d.*)$`,
);
const totalAfter = new RegExp(`^(?<rest>.+?)[(（/／]${yearsCount}${sum}?[)）]?$`);
const totalOfPlan = new RegExp(`^(?:計画)?期間(?:中|内|全体)?(?:の|で|に)*${sum}?(?:で)?(?<rest>\\d.*)$`);
const running = new RegExp(`^(?:累計|累積|延べ|のべ)(?:で)?(?<rest>\\d.*)$`);
const runningAfter = /^(?<rest>.+?)[(（](?:累計|累積|延べ)[)）]$/;
const yearly = /^(?:毎年度?|各年度?|年間)(?:に|で)?(?<rest>\d.*)$/;
const plain = new RegExp(
  `^(?<about>約|およそ|概ね|おおむね)?(?<compared>≥|≧|>=|≤|≦|<=|最低)?${NUMBER}(?<tail>.*)$`,
);
const tailForm =
  /^[(（]?(?<unit>[^0-9]{0,8}?|t-CO2|kg-CO2|(?:万|千)?k?m[23])[)）]?(?<bound>以上|を?超える|超|以下|以内|未満|を?下回る)?(?<about>程度|前後)?(?:を|の|で)?(?<maintain>維持|確保|継続)?(?:する|達成|を?目指す|を?めざす)?$/;

/** Reads the text of a value cell. Never turns a missing value into zero. */
export function readValue(printed: string): ValueCell {
  const { rest, year } = takeOwnYear(printed.replace(/\s+/g, ''));
  const bare = rest.replace(footnote, '');
  const unexplained = bare.replace(/[(（][^()（）]*[)）]$/, ''); // －（調査予定）
  if (bare === '' || dashOnly.test(unexplained) || nothing.test(unexplained))
    return { kind: 'missing', printed, year };
  const total = readTotal(bare);
  if (total !== null) return { ...total, printed, year: year ?? total.year };
  const counted = [
    [running, 'running_total'],
    [runningAfter, 'running_total'],
    [yearly, 'yearly_count'],
  ] as const;
  for (const [form, counts] of counted) {
    const number = readNumber(form.exec(bare)?.groups?.['rest'] ?? '');
    if (number !== null) return { ...number, counts, printed, year };
  }
  const number = readNumber(bare);
  if (number !== null) return { ...number, printed, year };
  return { kind: 'words', words: bare, printed, year };
}

/** `47.1(R1)`, `(R1)47.1`, `R1:47.1`: the year is taken out, other brackets stay. */
function takeOwnYear(text: string): { readonly rest: string; readonly year: PrintedYear | null } {
  let year: PrintedYear | null = null;
  const rest = text.replace(ownYear, (bracket: string, inside: string) => {
    if (!isOnlyYears(inside)) return bracket;
    year ??= readYear(inside);
    return '';
  });
  const [before = '', ...after] = rest.split(/[:：]/);
  if (year === null && after.length > 0 && isOnlyYears(before))
    return { rest: after.join(':'), year: readYear(before) };
  return { rest, year };
}

function readTotal(text: string): NumberValue | null {
  const match = total.exec(text) ?? totalAfter.exec(text) ?? totalOfPlan.exec(text);
  const number = readNumber(match?.groups?.['rest'] ?? '');
  if (match === null || number === null) return null;
  const years = match.groups?.['years'];
  const until = /^(.*)まで/.exec(text)?.[1] ?? '';
  return {
    ...number,
    counts: 'plan_total',
    totalYears: years === undefined ? null : readNumeral(years),
    year: readYear(until),
  };
}

function readNumber(text: string): NumberValue | null {
  const groups = plain.exec(text)?.groups;
  const tail = tailForm.exec(groups?.['tail'] ?? '')?.groups;
  if (groups === undefined || tail === undefined) return null;
  const unit = (tail['unit'] ?? '').replace(/^[/／]/, '');
  // 10%減, 5件増: a change, not a level.
  if (/[。、減増→]|から/.test(unit) || unit.endsWith('倍')) return null;
  const fraction = groups['fraction'] ?? '';
  if (/^年/.test(unit) && /^(?:19|20)\d{2}$/.test(groups['number'] ?? '')) return null; // 2027年度 is a date
  const negative = groups['sign'] !== undefined && !/[+＋]/.test(groups['sign']);
  const whole = (groups['number'] ?? '').replaceAll(',', '');
  const compared = groups['compared'] ?? '';
  const bound = tail['bound'] ?? '';
  return {
    kind: 'number',
    printed: text,
    value: `${negative ? '-' : ''}${whole}${fraction}`,
    decimals: Math.max(0, fraction.length - 1),
    unit,
    bound: boundOf(compared, bound),
    strict: /超|未満|下回る/.test(bound),
    approximate: groups['about'] !== undefined || tail['about'] !== undefined,
    maintain: tail['maintain'] !== undefined,
    counts: 'value',
    totalYears: null,
    year: null,
  };
}

function boundOf(compared: string, bound: string): NumberValue['bound'] {
  if (/以上|超/.test(bound) || /≥|≧|>=|最低/.test(compared)) return 'floor';
  if (/以下|以内|未満|下回る/.test(bound) || /≤|≦|<=/.test(compared)) return 'ceiling';
  return null;
}
