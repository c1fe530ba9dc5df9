import type { ErrorParams } from '#errors';

/**
 * What the cells of a column hold. On reading, a `number` becomes a plain decimal string ('-1234.5') and a
 * `date` becomes 'YYYY-MM-DD', however people wrote them; on writing, a spreadsheet gets real numbers and dates.
 */
export type ColumnKind = 'text' | 'number' | 'date';

export interface TableColumn {
  /** Name of the value in the rows. */
  readonly key: string;
  /** Heading in the sheet, written as it stands here and recognised whatever its width and blanks. */
  readonly heading: string;
  /** Other headings that are understood on reading. */
  readonly aliases?: readonly string[];
  /** The column has to be there and none of its cells may be blank. */
  readonly required?: boolean;
  /** `text` when left out. */
  readonly kind?: ColumnKind;
  /**
   * Turns a cell that is not blank into its value, outer blanks removed and `kind` already applied. A cell it
   * cannot take is answered with `problem(code, params)` or by throwing a DomainError. Without it the value is
   * the text itself, outer blanks included.
   */
  readonly parse?: (cell: string) => unknown;
  /** Width in half-width characters; fitted to the contents when left out. */
  readonly width?: number;
  /** It counts changes, so that it says nothing to who reads what a file would change. */
  readonly counter?: boolean;
  /** Format code of the spreadsheet for numbers, e.g. `#,##0.0`. */
  readonly numberFormat?: string;
}

export interface TableSpec {
  /** In the order in which they are written; read in any order. */
  readonly columns: readonly TableColumn[];
  /** What to do with columns nobody asked for: `refuse` (otherwise their contents vanish unnoticed) or `ignore`. */
  readonly unknownColumns?: 'refuse' | 'ignore';
}

/** What is wrong with one cell; `code` is a key of the message catalogue. */
export class CellProblem {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {}
}

/** Answers a `parse` that cannot take its cell. */
export const problem = (code: string, params?: ErrorParams): CellProblem => new CellProblem(code, params);

/** Keeps the exact keys and value types of a table; declare every table through it. */
export const tableSpec = <const Spec extends TableSpec>(spec: Spec): Spec => spec;

type ParsedCell<Column> = Column extends { readonly parse: (cell: string) => infer Value }
  ? Exclude<Value, CellProblem>
  : string;

type CellOf<Column> = Column extends { readonly required: true }
  ? ParsedCell<Column>
  : ParsedCell<Column> | null;

/** The values of one row; a blank cell, or a column that is not there, is null. */
export type TableValues<Spec extends TableSpec> = {
  readonly [Column in Spec['columns'][number] as Column['key']]: CellOf<Column>;
};

export interface TableRow<Spec extends TableSpec> {
  /** The row's number as the spreadsheet program shows it. */
  readonly row: number;
  readonly values: TableValues<Spec>;
}

/** Decimals as strings ('1234.50'), dates as 'YYYY-MM-DD', blank as null. */
export type WritableCell = string | number | null | undefined;

/** One row to write. Keys that are left out become blank cells. */
export type WritableRow<Spec extends TableSpec> = {
  readonly [Key in Spec['columns'][number]['key']]?: WritableCell;
};
