import { isPageNumber, splitCells } from '../text/source-lines.js';
import type { SourceLine } from '../text/source-lines.js';
import { arrowRow } from './arrow-row.js';
import { meaningOfWords } from './direction.js';
import { readNote } from './notes.js';
import type { Note } from './notes.js';
import { isYearLine, readTableHeader, withYears } from './table-columns.js';
import type { TableHeader } from './table-columns.js';
import { readNarrowRow, readTableRow } from './table-rows.js';
import type { TableRow } from './table-rows.js';
import { readValue } from './value.js';

export interface FoundRow extends TableRow {
  /** Null for a row that stands under no heading (`満足度 43.8% → 50.0%`). */
  readonly header: FoundHeader | null;
  /** The name was printed on several lines. */
  readonly joined: boolean;
}

export interface FoundHeader extends TableHeader {
  readonly line: number;
  /** Taken over from the table of an earlier section. */
  readonly reused: boolean;
}

export interface FoundTables {
  readonly rows: readonly FoundRow[];
  readonly notes: readonly Note[];
  /** Lines that are neither table nor note. */
  readonly unread: readonly SourceLine[];
  /** The last heading, for a later section that prints none. */
  readonly header: FoundHeader | null;
}

interface State {
  header: FoundHeader | null;
  /** Years printed above the heading they belong to. */
  yearsAbove: readonly string[] | null;
  /** The heading line was the last one that said something: years may follow. */
  headerOpen: boolean;
  /** First lines of a name that goes on in the next row. */
  nameLines: SourceLine[];
  openNote: boolean;
  readonly rows: FoundRow[];
  readonly notes: Note[];
  readonly unread: SourceLine[];
}

/**
 * Reads the indicator tables in these lines. `previous` is the heading of an earlier section's table, used when
 * rows come without one; pass null where rows without a heading cannot be meant.
 */
export function readTables(lines: readonly SourceLine[], previous: FoundHeader | null): FoundTables {
  const state: State = {
    header: previous === null ? null : { ...previous, reused: true },
    yearsAbove: null,
    headerOpen: false,
    nameLines: [],
    openNote: false,
    rows: [],
    notes: [],
    unread: [],
  };
  for (const line of lines) readLine(line, state);
  closeName(state);
  return { rows: state.rows, notes: state.notes, unread: state.unread, header: state.header };
}

/** True when the line is the heading of an indicator table, wherever it stands. */
export const isTableHeader = (line: SourceLine): boolean => headerOf(line) !== null;

function readLine(line: SourceLine, state: State): void {
  if (line.text === '' || isPageNumber(line) || /^[|｜:\-─━┼+＋\s]+$/.test(line.raw)) {
    if (line.text === '') {
      state.openNote = false;
      closeName(state);
    }
    return;
  }
  const wasNote = state.openNote;
  state.openNote = false;
  const cells = splitCells(line);
  const filled = cells.filter((cell) => cell !== '');
  const note = readNote(line);
  if (note !== null) {
    state.notes.push(note);
    state.openNote = true;
    return;
  }
  const header = headerOf(line);
  if (header !== null) {
    openHeader(header, line, state);
    return;
  }
  if (isYearLine(cells) && takeYears(cells, state)) return;
  const source = /^(?:出典|資料|データ)[:：]\s*(.+)$/.exec(line.text)?.[1];
  if (source !== undefined) {
    state.rows.splice(
      0,
      Infinity,
      ...state.rows.map((row) => (row.source === '' ? { ...row, source } : row)),
    );
    return;
  }
  const row = rowOf(line, cells, filled, state);
  if (row !== null) {
    state.headerOpen = false;
    const { underHeader, ...plain } = row;
    const joined = takeName(row, state);
    state.rows.push({
      ...plain,
      name: joined,
      joined: joined !== row.name,
      header: underHeader ? state.header : null,
    });
    return;
  }
  if (wasNote && filled.length === 1) continueNote(line, state);
  else if (mayBeginName(line, filled.length)) state.nameLines.push(line);
  else state.unread.push(line);
}

function mayBeginName(line: SourceLine, cells: number): boolean {
  if (cells !== 1 || line.text.length > 60 || line.text.endsWith('。')) return false;
  return line.text.split(' ').every((word) => readValue(word).kind !== 'number');
}

function headerOf(line: SourceLine): TableHeader | null {
  const cells = splitCells(line);
  if (cells.filter((cell) => cell !== '').length >= 2) return readTableHeader(cells);
  // Blanks narrowed to one: every word must be a heading.
  const words = line.text.split(' ');
  const narrow = words.length >= 2 ? readTableHeader(words) : null;
  return narrow?.columns.every((column) => column.role !== 'ignored') ? narrow : null;
}

function openHeader(header: TableHeader, line: SourceLine, state: State): void {
  closeName(state);
  const dated = state.yearsAbove === null ? header : withYears(header, state.yearsAbove);
  state.header = { ...dated, line: line.number, reused: false };
  state.yearsAbove = null;
  state.headerOpen = true;
}

function takeYears(cells: readonly string[], state: State): boolean {
  const words = cells.length === 1 ? (cells[0] ?? '').split(' ') : cells;
  if (state.header === null || !state.headerOpen) {
    state.yearsAbove = words;
    return true;
  }
  state.header = { ...state.header, ...withYears(state.header, words) };
  return true;
}

interface UnderHeader extends TableRow {
  readonly underHeader: boolean;
}

function rowOf(
  line: SourceLine,
  cells: readonly string[],
  filled: readonly string[],
  state: State,
): UnderHeader | null {
  const { header } = state;
  const aligned = /[\t|｜│]/.test(line.raw);
  const nameAbove = state.rows.at(-1)?.wholeName;
  if (header !== null && filled.length >= 3) {
    const row = readTableRow(cells, header.columns, line.number, aligned, nameAbove);
    if (row !== null && hasValue(row)) return { ...row, underHeader: true };
  }
  const arrow = arrowRow(line);
  if (arrow !== null) return { ...arrow, underHeader: false };
  if (header === null || filled.length >= 3) return null;
  const row =
    filled.length === 2
      ? readTableRow(cells, header.columns, line.number, aligned, nameAbove)
      : readNarrowRow(line.text, header.columns, line.number);
  return row !== null && hasValue(row) ? { ...row, underHeader: true } : null;
}

/** Prose that happens to have wide blanks has neither number nor short word where values stand. */
function hasValue(row: TableRow): boolean {
  const cells = [...(row.baseline === null ? [] : [row.baseline]), ...row.targets];
  return cells.some(({ printed }) => {
    const value = readValue(printed);
    if (value.kind !== 'words') return value.kind === 'number';
    if (printed.length > 30 || printed.endsWith('。')) return false;
    return !row.short || !meaningOfWords(value.words).unknown;
  });
}

/** A name printed on two lines: the lines right above a row belong to it. */
function takeName(row: TableRow, state: State): string {
  const before = state.nameLines.map((line) => line.text);
  state.nameLines = [];
  return [...before, row.name].join('');
}

function closeName(state: State): void {
  state.unread.push(...state.nameLines);
  state.nameLines = [];
}

function continueNote(line: SourceLine, state: State): void {
  const last = state.notes.pop();
  if (last !== undefined) state.notes.push({ ...last, text: `${last.text}${line.text}` });
  state.openNote = true;
}
