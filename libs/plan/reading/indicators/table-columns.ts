import type { PrintedYear } from '../text/years.js';
import { isOnlyYears, readYear, withoutYears } from '../text/years.js';

export type ColumnRole =
  | 'name'
  /** 区分: 男性, 女性 under one name. */
  | 'part'
  | 'unit'
  | 'baseline'
  | 'target'
  | 'baselineYear'
  | 'targetYear'
  | 'direction'
  | 'note'
  | 'source'
  /** 実績値: a year of its own, but neither baseline nor target. */
  | 'measured'
  /** A column that the plan does not need, such as 担当課. */
  | 'ignored'
  /** No heading: it may belong to the heading on its left. */
  | 'unnamed';

export interface Column {
  readonly role: ColumnRole;
  /** The year printed in its heading. */
  readonly year: PrintedYear | null;
}

export interface TableHeader {
  readonly columns: readonly Column[];
  /** The columns of values were told apart by their years alone. */
  readonly byYearOnly: boolean;
}

const roles: readonly (readonly [ColumnRole, RegExp])[] = [
  ['unit', /^単位$/],
  ['baselineYear', /^(?:基準|現状|現況|実績)(?:値の?)?(?:年度|年次|年|時点)$/],
  ['targetYear', /^(?:目標|達成|検証)(?:値の?)?(?:年度|年次|年|時期|時点)$/],
  [
    'baseline',
    /^(?:計画|策定|計画策定|前期計画)?(?:の)?(?:基準|現状|現況|現在|当初|初期|策定時|開始時|直近)(?:時点?)?(?:の)?(?:値|数値|数)?$|^ベースライン$/,
  ],
  [
    'target',
    /^(?:計画|策定)?(?:の)?(?:中間|最終|前期|後期|短期|中期|長期|将来)?(?:検証|目標|計画|達成|到達|期待|中間|最終)(?:年度)?(?:の)?(?:値|数値|目標|水準)?$/,
  ],
  ['direction', /^(?:目指す|めざす|目標の|指標の|望ましい)?(?:方向|方向性|向き|推移)$/],
  ['note', /^(?:備考|説明|定義|補足|注記|算式|算定方法|算出方法|指標の(?:説明|定義|考え方))$/],
  ['source', /^(?:出典|データ元|データの?出所|資料|資料名|把握方法|調査名|調査方法)$/],
  ['measured', /^(?:実績|直近|最新|中間|前期)?(?:実績|最新|直近)値?$/],
  ['part', /^(?:区分|内訳|対象)$/],
  ['ignored', /^(?:No\.?|番号|#|№|担当課?|所管課?|担当部署|担当部局|主管課|関係課|関連施策|SDGs?)$/i],
  [
    'name',
    /^(?:検証|成果|評価|達成|目標|活動|数値|重要業績評価|代表|まちづくり)?(?:指標|数値目標|項目|内容|名称|KPI)(?:の?(?:名称?|項目|内容))?$/i,
  ],
];

/** What a column heading means; null when it is none that is known. */
function roleOf(cell: string): ColumnRole | null {
  const name = withoutYears(cell)
    .replace(/^の/, '')
    .replace(/[(（][^()（）]*[)）]$/, '')
    .replace(/の$/, '');
  return roles.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

/** Reads the heading line of an indicator table; null when the line is none. */
export function readTableHeader(cells: readonly string[]): TableHeader | null {
  const found = cells.map((cell): Column => ({ role: headingRole(cell), year: readYear(cell) }));
  const columns = withBaseline(withTarget(found), cells);
  const known = new Set(columns.map((column) => column.role));
  const strangers = cells.filter((cell) => cell !== '' && roleOf(cell) === null && !isOnlyYears(cell));
  if (strangers.length > Math.max(0, known.size - 3) || strangers.some((cell) => /\d/.test(cell)))
    return null;
  const hasOther = known.has('unit') || known.has('name') || known.has('baseline');
  if (known.has('target') && hasOther) return { columns: withName(columns), byYearOnly: false };
  const years = cells.filter(isOnlyYears).length;
  const enoughYears = known.has('baseline') ? years >= 1 : years >= 2;
  if (!enoughYears || !(known.has('unit') || known.has('name'))) return null;
  return { columns: withName(rolesByYear(columns, cells)), byYearOnly: true };
}

function headingRole(cell: string): ColumnRole {
  return cell === '' ? 'unnamed' : (roleOf(cell) ?? 'ignored');
}

/** 「基準年度 | 目標年度」 as headings of the values themselves. */
function withTarget(columns: readonly Column[]): Column[] {
  if (columns.some((column) => column.role === 'target')) return [...columns];
  return columns.map((column) => (column.role === 'targetYear' ? { ...column, role: 'target' } : column));
}

/** 実績値 is the baseline where no other column is. */
function withBaseline(columns: readonly Column[], cells: readonly string[]): Column[] {
  if (columns.some((column) => column.role === 'baseline')) return [...columns];
  const at = columns.findIndex((column) => column.role === 'baselineYear' || column.role === 'measured');
  if (at < 0 || cells[at] === undefined) return [...columns];
  return columns.map((column, place) => (place === at ? { ...column, role: 'baseline' } : column));
}

/** `指標 | 単位 | H30 | R5`: the first year is the baseline, the others are targets. */
function rolesByYear(columns: readonly Column[], cells: readonly string[]): Column[] {
  let baselineGiven = columns.some((column) => column.role === 'baseline');
  return columns.map((column, at) => {
    if (!isOnlyYears(cells[at] ?? '')) return column;
    const role = baselineGiven ? 'target' : 'baseline';
    baselineGiven = true;
    return { ...column, role };
  });
}

/** The name often has no heading: its cell is empty, or was lost with the blanks at the start of the line. */
function withName(columns: readonly Column[]): Column[] {
  if (columns.some((column) => column.role === 'name')) return [...columns];
  const empty = columns.findIndex((column) => column.role === 'unnamed');
  const firstNamed = columns.findIndex((column) => column.role !== 'unnamed' && column.role !== 'ignored');
  if (empty < 0 || empty > firstNamed) return [{ role: 'name', year: null }, ...columns];
  return columns.map((column, at) => (at === empty ? { ...column, role: 'name' } : column));
}

/** True for a heading line of years, the second line of many tables: `R5`, `(R5)`, `中間(R8)`. */
export function isYearLine(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => isOnlyYears(cell) || isDatedHeading(cell));
}

function isDatedHeading(cell: string): boolean {
  return readYear(cell) !== null && isDated(roleOf(cell) ?? undefined);
}

/**
 * Puts the years of a second heading line to their columns: by place when the cells line up, else in order. More
 * years than columns mean that the last heading (目標値) spans several of them.
 */
export function withYears(header: TableHeader, cells: readonly string[]): TableHeader {
  return { ...header, columns: yearsByPlace(header.columns, cells) ?? yearsInOrder(header.columns, cells) };
}

const isDated = (role: ColumnRole | undefined): boolean =>
  role === 'baseline' || role === 'target' || role === 'measured';

function yearsByPlace(columns: readonly Column[], cells: readonly string[]): Column[] | null {
  if (!cells.includes('')) return null; // nothing to line up by
  const spanned = columns.map((column, at) =>
    column.role === 'unnamed' ? leaderOf(columns, at) : column.role,
  );
  // The name's column may have been lost from one of the two lines.
  const offset = [0, 1].find((shift) =>
    cells.every((cell, at) => cell === '' || isDated(spanned[at + shift])),
  );
  if (offset === undefined) return null;
  return columns.map((column, at) => {
    const cell = cells[at - offset] ?? '';
    return cell === '' ? column : { role: spanned[at] ?? column.role, year: readYear(cell) };
  });
}

/** The heading to the left that an unnamed column belongs to. */
function leaderOf(columns: readonly Column[], at: number): ColumnRole {
  const leader = columns.slice(0, at).findLast((column) => column.role !== 'unnamed');
  return leader !== undefined && isDated(leader.role) ? leader.role : 'unnamed';
}

function yearsInOrder(columns: readonly Column[], cells: readonly string[]): Column[] {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.every((cell) => roleOf(cell) === 'target')) return targetsSplit(columns, filled);
  const years = filled.map(readYear);
  const places = columns.flatMap((column, at) => (isDated(column.role) ? [at] : []));
  const last = places.at(-1);
  if (last === undefined) return [...columns];
  // Fewer years than columns: they belong to the last ones, a table needs its target's year most.
  const undated = Math.max(0, places.length - years.length);
  const dated = columns.map((column, at) => {
    const place = places.indexOf(at);
    const year = place < undated ? null : years[place - undated];
    return year ? { ...column, year } : column;
  });
  const role = columns[last]?.role ?? 'target';
  const spanned = years.slice(places.length).map((year): Column => ({ role, year }));
  return [...dated.slice(0, last + 1), ...spanned, ...dated.slice(last + 1)];
}

/** 「中間(R8) 最終(R11)」 under 目標値 are the targets' years, whatever other columns there are. */
function targetsSplit(columns: readonly Column[], cells: readonly string[]): Column[] {
  const first = columns.findIndex((column) => column.role === 'target');
  const targets = cells.map((cell): Column => ({ role: 'target', year: readYear(cell) }));
  const others = (column: Column): boolean => column.role !== 'target' && column.role !== 'unnamed';
  return [...columns.slice(0, first).filter(others), ...targets, ...columns.slice(first).filter(others)];
}
