import { Decimal } from 'decimal.js';
import { isCalendarDate } from '#calendar';
import type { TableColumn, TableSpec, WritableCell } from './table-spec.js';

/** A cell as both formats write it. */
export type CellToWrite =
  | { readonly type: 'blank' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly text: string; readonly number: number }
  | { readonly type: 'date'; readonly text: string; readonly date: Date };

/** Digits a spreadsheet keeps of a number. */
const SIGNIFICANT_DIGITS = 15;
const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/;
/** Before this day the spreadsheet programs count their days differently. */
const FIRST_DATE = '1900-03-01';

/** The cells of a row in the order of the columns. */
export function cellsToWrite(spec: TableSpec, row: Readonly<Record<string, WritableCell>>): CellToWrite[] {
  return spec.columns.map((column) => cellToWrite(column, row[column.key]));
}

/**
 * Numbers and dates only where the column says so. A number of more digits than a spreadsheet keeps, and whatever is
 * no number or date after all, stays text, so that nothing is lost or changed on the way.
 */
function cellToWrite(column: TableColumn, cell: WritableCell): CellToWrite {
  if (cell === null || cell === undefined || cell === '') return { type: 'blank' };
  const text = String(cell);
  if (column.kind === 'number' && PLAIN_DECIMAL.test(text)) return numberToWrite(text);
  if (column.kind === 'date' && isCalendarDate(text) && text >= FIRST_DATE) {
    return { type: 'date', text, date: new Date(`${text}T00:00:00Z`) };
  }
  return { type: 'text', text };
}

function numberToWrite(text: string): CellToWrite {
  if (new Decimal(text).precision() > SIGNIFICANT_DIGITS) return { type: 'text', text };
  return { type: 'number', text, number: Number(text) };
}
