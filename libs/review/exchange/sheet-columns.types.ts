import type { TableColumn, WritableCell } from '#files';
import type { Answers } from '../review.types.js';

/** The stages of an item's sheet. */
export type SheetStage = 'plan' | 'do' | 'check' | 'act';

/** The cell of a row under a column. */
export type Cells = (key: string) => string | null;

/** A list that a cell contradicts itself in: the column and why. */
export interface ListProblem {
  readonly key: string;
  readonly code: string;
}

/** Columns that belong together, and the fields of the sheet they carry. */
export interface ColumnGroup {
  readonly columns: readonly TableColumn[];
  readonly fields: readonly (readonly [SheetStage, keyof Answers])[];
  /** Cells → answers by field; null where nothing was written. */
  answers(cells: Cells): Readonly<Partial<Record<keyof Answers, unknown>>>;
  /** Answers → cells by column. */
  cells(sheet: Readonly<Record<SheetStage, Answers>>): Readonly<Record<string, WritableCell>>;
  /** What does not belong together in one row. */
  problems?(cells: Cells): ListProblem[];
  /** Entries of a stored list that have no columns and therefore stay. */
  beyond?(field: keyof Answers, sheet: Readonly<Record<SheetStage, Answers>>): readonly unknown[];
}
