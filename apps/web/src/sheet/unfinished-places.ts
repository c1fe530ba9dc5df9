import { ROW_FORMS } from './row-forms';
import type { Line, OpenCell, RowField } from './row-forms';
import type { Held } from './unfinished';

/** One input that keeps the sheet from being submitted. */
export interface UnfinishedPlace {
  /** The element to focus, without its f-. */
  readonly input: string;
  readonly field: string;
  readonly what: 'number' | 'below_zero' | 'day' | 'rating' | 'words' | 'cell' | 'unread_cell';
  /** In a list: its row from 1 and the cell. */
  readonly row?: number;
  readonly cell?: string;
}

/** The id of a cell of a list, without its f-. */
export const cellId = (field: string, row: number, cell: string): string => `${field}-${row}-${cell}`;

export function unfinishedPlaces({ texts, rows }: Held): readonly UnfinishedPlace[] {
  return [
    ...Object.entries(texts).map(([input, { field, kind }]) => ({ input, field, what: kind })),
    ...Object.entries(rows).flatMap(([field, lines]) => openCellsOf(field, lines)),
  ];
}

const isRowField = (field: string): field is RowField => field in ROW_FORMS;

function openCellsOf(field: string, lines: readonly unknown[]): UnfinishedPlace[] {
  if (!isRowField(field)) return [];
  const openCells = ROW_FORMS[field].openCells as (row: unknown) => readonly OpenCell[];
  return (lines as readonly Line<unknown, unknown>[]).flatMap(({ id, row }, at) =>
    openCells(row).map(({ cell, unread }) => ({
      input: cellId(field, id, cell),
      field,
      what: unread ? ('unread_cell' as const) : ('cell' as const),
      row: at + 1,
      cell,
    })),
  );
}
