import writeExcelFile from 'write-excel-file/node';
import type { CellObject } from 'write-excel-file/node';
import { cellsToWrite } from './cell-to-write.js';
import type { CellToWrite } from './cell-to-write.js';
import { excelText, LONGEST_CELL, sheetName } from './excel-text.js';
import { TableProblems } from './table-problems.js';
import type { TableColumn, TableSpec, WritableRow } from './table-spec.js';

/** The format code that keeps a cell text even when somebody edits it. */
const AS_TEXT = '@';
const DATE_FORMAT = 'yyyy/mm/dd';
const NARROWEST = 8;
const WIDEST = 60;
/** So many rows are measured to fit a column. */
const MEASURED_ROWS = 200;

/** A sheet of a workbook, ready to be written. */
export interface ExcelSheet {
  readonly data: readonly (readonly (CellObject | null)[])[];
  readonly sheet: string;
  readonly columns: readonly { readonly width: number }[];
}

/**
 * A table as a sheet: bold headings that stay in view, fitted columns, numbers and dates as such. Text is stored as text
 * and formatted as text, so no program evaluates it, however it begins.
 * @param name of the sheet; signs that spreadsheet programs forbid are written full-width
 * @throws DomainError `table.cells_too_long` {total, more} with a place for every text of more than 32,767 characters
 */
export function excelSheet<const Spec extends TableSpec>(
  spec: Spec,
  rows: Iterable<WritableRow<Spec>>,
  name: string,
): ExcelSheet {
  const cells = Array.from(rows, (row) => cellsToWrite(spec, row));
  refuseTooLong(spec, cells);
  const headings = spec.columns.map(({ heading }): CellObject => ({
    ...textCell(heading),
    fontWeight: 'bold',
  }));
  return {
    data: [headings, ...cells.map((row) => row.map((cell, at) => excelCell(cell, spec.columns[at])))],
    sheet: sheetName(name),
    columns: spec.columns.map((column, at) => ({
      width: widthOf(column, cells.slice(0, MEASURED_ROWS), at),
    })),
  };
}

/** Writes sheets as one .xlsx file; readers of a table take the first. */
export async function writeWorkbook(sheets: readonly ExcelSheet[]): Promise<Uint8Array> {
  const file = writeExcelFile(
    sheets.map(({ data, sheet, columns }) => ({
      data: data.map((row) => [...row]),
      sheet,
      columns: [...columns],
      stickyRowsCount: 1,
    })),
  );
  return file.toBuffer();
}

/** Writes a table as an .xlsx file of one sheet, as `excelSheet` says. */
export async function writeExcel<const Spec extends TableSpec>(
  spec: Spec,
  rows: Iterable<WritableRow<Spec>>,
  name: string,
): Promise<Uint8Array> {
  return writeWorkbook([excelSheet(spec, rows, name)]);
}

function excelCell(cell: CellToWrite, column: TableColumn | undefined): CellObject | null {
  switch (cell.type) {
    case 'blank':
      return null;
    case 'text':
      return textCell(cell.text);
    case 'number':
      return {
        type: Number,
        value: cell.number,
        ...(column?.numberFormat && { format: column.numberFormat }),
      };
    case 'date':
      return { type: Date, value: cell.date, format: DATE_FORMAT };
  }
}

function textCell(text: string): CellObject {
  return {
    type: String,
    value: excelText(text),
    format: AS_TEXT,
    ...(text.includes('\n') && { wrap: true }),
  };
}

function widthOf(column: TableColumn, rows: readonly (readonly CellToWrite[])[], at: number): number {
  if (column.width !== undefined) return column.width;
  const texts = rows
    .map((row) => row[at])
    .map((cell) => (cell === undefined || cell.type === 'blank' ? '' : cell.text));
  const widest = [column.heading, ...texts].reduce((most, text) => Math.max(most, shownWidth(text)), 0);
  return Math.min(Math.max(widest + 2, NARROWEST), WIDEST);
}

/** Width of the longest line in half-width characters. */
function shownWidth(text: string): number {
  const lines = text
    .split('\n')
    .map((line) => Array.from(line, (character) => (character < '\u0100' ? 1 : 2)));
  return lines.reduce(
    (most, line) =>
      Math.max(
        most,
        line.reduce<number>((sum, width) => sum + width, 0),
      ),
    0,
  );
}

function refuseTooLong(spec: TableSpec, rows: readonly (readonly CellToWrite[])[]): void {
  const problems = new TableProblems();
  rows.forEach((cells, rowAt) =>
    spec.columns.forEach((column, at) => {
      const cell = cells[at];
      if (cell?.type !== 'text' || cell.text.length <= LONGEST_CELL) return;
      const params = { length: cell.text.length, limit: LONGEST_CELL };
      problems.add({
        field: column.key,
        row: rowAt + 2,
        column: column.heading,
        code: 'table.cell_too_long',
        params,
      });
    }),
  );
  problems.throwIfAny('table.cells_too_long');
}
