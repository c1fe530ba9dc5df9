import { isOnlyYears, readYear } from '../text/years.js';
import type { PrintedYear } from '../text/years.js';
import { meaningOfWords } from './direction.js';
import type { Column, ColumnRole } from './table-columns.js';
import { readValue } from './value.js';

export interface DatedCell {
  readonly printed: string;
  /** Year of its column; a value may carry its own. */
  readonly year: PrintedYear | null;
}

/** One indicator as the table prints it. */
export interface TableRow {
  readonly line: number;
  readonly name: string;
  /** The name without its part (男性), for the rows of other parts beneath it. */
  readonly wholeName: string;
  readonly unit: string;
  readonly baseline: DatedCell | null;
  readonly targets: readonly DatedCell[];
  readonly direction: string;
  readonly note: string;
  readonly source: string;
  /** The row had fewer cells than the heading: which one is missing was inferred. */
  readonly short: boolean;
  /** The first cell is empty and the name stands in the next: a part of the indicator above (男性, 女性)? */
  readonly indented: boolean;
}

/** Reads the cells of a row under a heading; null when they are no row of this table. */
export function readTableRow(
  cells: readonly string[],
  columns: readonly Column[],
  line: number,
  positional: boolean,
  nameAbove = '',
): TableRow | null {
  const fitted = fitCells(cells, columns, positional);
  if (fitted === null) return null;
  const of = (role: ColumnRole): string[] => fitted.cells.filter((_, at) => columns[at]?.role === role);
  const part = of('part').join(' ').trim();
  const printedName = of('name').join(' ').trim();
  const wholeName = printedName === '' && part !== '' ? nameAbove : printedName;
  const baselineYear = of('baselineYear')[0];
  const targetYear = of('targetYear')[0];
  const dated = (role: 'baseline' | 'target', yearCell: string | undefined): DatedCell[] =>
    columns.flatMap((column, at) => {
      if (column.role !== role) return [];
      return [{ printed: fitted.cells[at] ?? '', year: column.year ?? readYear(yearCell ?? '') }];
    });
  const baseline = dated('baseline', baselineYear)[0] ?? null;
  const targets = dated('target', targetYear);
  const values = [...(baseline === null ? [] : [baseline]), ...targets];
  if (wholeName === '' || values.every((cell) => cell.printed === '')) return null;
  return {
    line,
    name: part === '' ? wholeName : `${wholeName}（${part}）`,
    wholeName,
    unit: of('unit')[0] ?? '',
    baseline,
    targets,
    direction: of('direction')[0] ?? '',
    note: of('note').join(' ').trim(),
    source: of('source')[0] ?? '',
    short: fitted.short,
    indented: fitted.indented === true || printedName === '',
  };
}

interface Fitted {
  readonly cells: readonly string[];
  readonly short: boolean;
  readonly indented?: boolean;
}

function fitCells(
  printed: readonly string[],
  columns: readonly Column[],
  positional: boolean,
): Fitted | null {
  const wanted = columns.length;
  const trimmed = withoutTrailingBlanks(printed, wanted);
  const merged = trimmed.length > wanted ? withYearsMerged(trimmed) : trimmed;
  if (merged.length === wanted) return { cells: merged, short: false };
  if (merged.length > wanted) return nameRunsOver(merged, columns);
  if (positional && merged.length >= 2) {
    return { cells: [...merged, ...Array<string>(wanted - merged.length).fill('')], short: false };
  }
  return merged.length >= 2 ? fewerCells(merged, columns) : null;
}

function withoutTrailingBlanks(cells: readonly string[], wanted: number): string[] {
  let end = cells.length;
  while (end > wanted && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end);
}

/** `47.1` and `(R1)` set apart by blanks are one value. */
function withYearsMerged(cells: readonly string[]): string[] {
  const merged: string[] = [];
  for (const cell of cells) {
    const belongs = merged.length > 0 && /^[(（].*[)）]$/.test(cell) && isOnlyYears(cell);
    merged.push(belongs ? `${merged.pop() ?? ''} ${cell}` : cell);
  }
  return merged;
}

/** Blanks inside the name made several cells of it, or empty cells stand between the others. */
function nameRunsOver(cells: readonly string[], columns: readonly Column[]): Fitted | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === columns.length) return { cells: filled, short: false, indented: cells[0] === '' };
  const nameAt = columns.findIndex((column) => column.role === 'name');
  const extra = filled.length - columns.length;
  if (nameAt < 0 || extra < 0) return null;
  const name = filled.slice(nameAt, nameAt + extra + 1);
  if (name.some((part) => readValue(part).kind === 'number')) return null;
  return {
    cells: [...filled.slice(0, nameAt), name.join(' '), ...filled.slice(nameAt + extra + 1)],
    short: false,
  };
}

/** Too few cells, set apart by blanks: a unit goes to the unit column, values go to the last columns. */
function fewerCells(cells: readonly string[], columns: readonly Column[]): Fitted | null {
  const placed = Array<string>(columns.length).fill('');
  const nameAt = columns.findIndex((column) => column.role === 'name');
  const unitAt = columns.findIndex((column) => column.role === 'unit');
  const [name = '', ...rest] = cells.filter((cell) => cell !== '');
  placed[nameAt] = name;
  const first = rest[0] ?? '';
  if (unitAt >= 0 && first.length <= 8 && readValue(first).kind === 'words' && rest.length > 1) {
    placed[unitAt] = first;
    rest.shift();
  }
  const valueAt = columns.flatMap((column, at) =>
    column.role === 'baseline' || column.role === 'target' ? [at] : [],
  );
  if (rest.length === 0 || rest.length > valueAt.length) return null;
  const starts = valueAt.length - rest.length;
  rest.forEach((cell, at) => {
    const place = valueAt[starts + at];
    if (place !== undefined) placed[place] = cell;
  });
  return { cells: placed, short: true };
}

/**
 * A row whose blanks were all narrowed to one: values are taken from the right, then the unit, the rest is the
 * name. Null unless every value is a number, a known word or a sign for "none".
 */
export function readNarrowRow(text: string, columns: readonly Column[], line: number): TableRow | null {
  const simple = columns.every((column) => ['name', 'unit', 'baseline', 'target'].includes(column.role));
  if (!simple || columns[0]?.role !== 'name') return null;
  const words = withYearsMerged(text.split(' '));
  const wanted = columns.length - 1;
  if (words.length <= wanted) return null;
  const cells = [words.slice(0, -wanted).join(' '), ...words.slice(-wanted)];
  const believable = columns.every((column, at) => {
    const cell = cells[at] ?? '';
    if (column.role === 'unit') return readValue(cell).kind !== 'number' && cell.length <= 8;
    if (column.role === 'name') return true;
    const value = readValue(cell);
    return value.kind !== 'words' || !meaningOfWords(value.words).unknown;
  });
  return believable ? readTableRow(cells, columns, line, true) : null;
}
