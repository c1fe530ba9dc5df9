import { readDay } from '../parts/read-day';
import type { ActivityIndicator, Promised } from './answers';
import { readTyped } from './typed-number';

/** A cell that keeps its row from going to the server: nothing is written there, or nothing that can be read. */
export interface OpenCell {
  readonly cell: string;
  readonly unread: boolean;
}

/** How the rows of a list are typed, and when one of them can go to the server. */
export interface RowForm<Row, Complete> {
  readonly empty: Row;
  readonly open: (complete: Complete) => Row;
  /** The row as the API takes it, or null while a cell is open. */
  readonly close: (row: Row) => Complete | null;
  /** None for a row that nobody has begun. */
  readonly openCells: (row: Row) => readonly OpenCell[];
}

/** A row of the list on the desk. */
export interface Line<Row, Complete> {
  readonly id: number;
  readonly row: Row;
  /** The row as it was last complete: the server keeps it until the new text is complete. */
  readonly last: Complete | null;
}

export interface PromiseRow {
  readonly what: string;
  readonly who: string;
  /** As it is typed. */
  readonly due: string;
}

export interface ActivityRow {
  readonly name: string;
  readonly unit: string;
  /** As it is typed. */
  readonly target: string;
}

const openCell = (cell: string, text: string, read: unknown): readonly OpenCell[] =>
  read === null || text.trim() === '' ? [{ cell, unread: text.trim() !== '' }] : [];

export const PROMISES: RowForm<PromiseRow, Promised> = {
  empty: { what: '', who: '', due: '' },
  open: ({ what, who, dueOn }) => ({ what, who, due: dueOn }),
  close: ({ what, who, due }) => {
    const dueOn = readDay(due);
    if (what.trim() === '' || who.trim() === '' || dueOn === null) return null;
    return { what: what.trim(), who: who.trim(), dueOn };
  },
  openCells: ({ what, who, due }) => {
    if (`${what}${who}${due}`.trim() === '') return [];
    return [
      ...openCell('what', what, what),
      ...openCell('who', who, who),
      ...openCell('due', due, readDay(due)),
    ];
  },
};

export const ACTIVITIES: RowForm<ActivityRow, ActivityIndicator> = {
  empty: { name: '', unit: '', target: '' },
  open: (row) => row,
  close: ({ name, unit, target }) => {
    const read = readTyped(target, unit);
    return name.trim() === '' || read === null
      ? null
      : { name: name.trim(), unit: unit.trim(), target: read };
  },
  openCells: ({ name, unit, target }) => {
    if (`${name}${unit}${target}`.trim() === '') return [];
    return [...openCell('name', name, name), ...openCell('target', target, readTyped(target, unit))];
  },
};

/** Lists whose rows may be half written, by the field they belong to. */
export const ROW_FORMS = { commitments: PROMISES, activityIndicators: ACTIVITIES } as const;
export type RowField = keyof typeof ROW_FORMS;

/** What the server gets of these lines: of a half-written one its last complete text, of an empty one nothing. */
export function completeOf<Row, Complete>(
  lines: readonly Line<Row, Complete>[],
  form: RowForm<Row, Complete>,
): Complete[] {
  return lines.flatMap(({ row, last }) => {
    const complete = form.close(row) ?? (form.openCells(row).length > 0 ? last : null);
    return complete === null ? [] : [complete];
  });
}

export function hasOpenCells<Row, Complete>(
  lines: readonly Line<Row, Complete>[],
  form: RowForm<Row, Complete>,
): boolean {
  return lines.some(({ row }) => form.openCells(row).length > 0);
}

/** The stored rows, and what was half written before: at its place when nothing else changed, else behind them. */
export function linesAgain<Row, Complete>(
  kept: readonly Line<Row, Complete>[],
  stored: readonly Complete[],
  form: RowForm<Row, Complete>,
  same: (one: unknown, other: unknown) => boolean,
): readonly Line<Row, Complete>[] {
  if (kept.length > 0 && same(completeOf(kept, form), stored)) return kept;
  const half = kept.filter(({ row }) => form.openCells(row).length > 0);
  return [
    ...stored.map((complete) => ({ row: form.open(complete), last: complete })),
    ...half.map(({ row }) => ({ row, last: null })),
  ].map((line, id) => ({ ...line, id }));
}
