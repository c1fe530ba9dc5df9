import { DomainError, invalid } from '#errors';
import { findColumns } from './headings.js';
import type { FoundColumn } from './headings.js';
import { readCell } from './read-cell.js';
import { columnLetters, isBlank } from './sheet.js';
import type { Sheet, SheetRow, TableLimits } from './sheet.js';
import { openSheet } from './open-sheet.js';
import { TableProblems } from './table-problems.js';
import { CellProblem } from './table-spec.js';
import type { TableRow, TableSpec, TableValues } from './table-spec.js';

/** A file as it was uploaded. */
export interface TableFile {
  /** Shown in messages; says nothing about the contents. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 10 MB and 100,000 rows: many times what a city's registers hold, little enough to read in memory. */
const USUAL_LIMITS: TableLimits = { bytes: 10 * 1_048_576, rows: 100_000 };

/**
 * Reads a table out of a CSV or .xlsx file, which of them it is being told by its contents, not its name. The first
 * row that is not blank holds the headings, blank rows are skipped, row numbers are those of the spreadsheet.
 * Either all rows are read or none: everything wrong is gathered into one refusal.
 * @throws DomainError, each with {name}
 * - `table.rows_invalid` {total, more} with a place {field, row, column, code, params} for each wrong cell, at most 200
 * - `table.wrong_columns` {missing, unknown, repeated}
 * - `table.empty`, `table.not_a_table`, `table.old_excel`, `table.locked`, `table.unreadable_excel`,
 *   `table.too_large`, `table.too_many_rows`, `table.too_wide`, `table.quote_not_closed`
 */
export async function readTable<const Spec extends TableSpec>(
  file: TableFile,
  spec: Spec,
  limits: TableLimits = USUAL_LIMITS,
): Promise<TableRow<Spec>[]> {
  try {
    return readRows(await openSheet(file.bytes, limits), spec);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(
      error.kind,
      error.code,
      { name: file.name, ...error.params },
      error.places,
      error.detail,
    );
  }
}

function readRows<Spec extends TableSpec>([headingRow, ...rows]: Sheet, spec: Spec): TableRow<Spec>[] {
  if (!headingRow) throw invalid('table.empty');
  const columns = findColumns(spec, headingRow);
  const problems = new TableProblems();
  const placed = new Set(columns.map(({ at }) => at));
  const read = rows.map((row) => {
    if (spec.unknownColumns !== 'ignore') refuseStrayCells(row, placed, problems);
    return { row: row.row, values: readRow<Spec>(row, columns, problems) };
  });
  problems.throwIfAny();
  return read;
}

function readRow<Spec extends TableSpec>(
  row: SheetRow,
  columns: readonly FoundColumn[],
  problems: TableProblems,
): TableValues<Spec> {
  const values = columns.map(({ column, at, heading }) => {
    const value = at === undefined ? null : readCell(column, row.cells[at] ?? '');
    if (!(value instanceof CellProblem)) return [column.key, value];
    problems.add({
      field: column.key,
      row: row.row,
      column: heading,
      code: value.code,
      params: value.params,
    });
    return [column.key, null];
  });
  // The compiler cannot follow keys through a list; `columns` holds exactly those of the spec.
  return Object.fromEntries(values) as TableValues<Spec>;
}

/** A cell under no heading is usually a row that slipped, e.g. by a comma inside of an amount. */
function refuseStrayCells(
  row: SheetRow,
  placed: ReadonlySet<number | undefined>,
  problems: TableProblems,
): void {
  row.cells.forEach((cell, at) => {
    if (placed.has(at) || isBlank(cell)) return;
    problems.add({ row: row.row, column: columnLetters(at), code: 'table.cell_without_heading' });
  });
}
