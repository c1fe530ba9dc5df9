import { Decimal } from 'decimal.js';
import { readSheet } from 'read-excel-file/node';
import { invalid } from '#errors';
import { safeWorkbook } from './excel-package.js';
import { sheetOf } from './sheet.js';
import type { Sheet, TableLimits } from './sheet.js';

/** Digits a spreadsheet keeps of a number; what a file shows beyond them is noise of binary fractions. */
const SIGNIFICANT_DIGITS = 15;
/** Times of day without a date count from this day. */
const DAY_ZERO = '1899-12-3';
const LAST_YEAR = 9999;

/**
 * Reads the first sheet of an .xlsx file. Numbers become plain decimals without thousands signs, dates
 * 'YYYY-MM-DD' (with 'HH:MM' or 'HH:MM:SS' after a blank where there is a time), times 'HH:MM', booleans TRUE and
 * FALSE, formulas their last result; readings (furigana) are left out. A percentage is read as the number behind it
 * (12.5% is 0.125).
 * @throws DomainError `table.too_many_rows` {limit}, and the refusals of `safeWorkbook`
 */
export async function readExcel(bytes: Uint8Array, limits: TableLimits): Promise<Sheet> {
  const sheet = sheetOf(await readFirstSheet(safeWorkbook(bytes, limits)));
  if (sheet.length > limits.rows) throw invalid('table.too_many_rows', { limit: limits.rows });
  return sheet;
}

async function readFirstSheet(workbook: Buffer): Promise<string[][]> {
  try {
    const rows = await readSheet(workbook, 1, { trim: false, parseNumber: numberText });
    return rows.map((cells) => cells.map(cellText));
  } catch {
    throw invalid('table.unreadable_excel');
  }
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? cell : '';
}

function numberText(written: string): string {
  if (/^-?\d+$/.test(written)) return written;
  // By way of a float, whose range bounds the length of the text.
  const number = Number(written);
  if (!Number.isFinite(number)) throw new RangeError(`no number: ${written}`);
  return new Decimal(number).toSignificantDigits(SIGNIFICANT_DIGITS).toFixed();
}

function dateText(instant: Date): string {
  if (!(instant.getUTCFullYear() <= LAST_YEAR)) throw new RangeError('no date a spreadsheet can show');
  const toTheSecond = new Date(Math.round(instant.getTime() / 1000) * 1000).toISOString();
  const [date = '', time = ''] = toTheSecond.slice(0, 19).split('T');
  const shortTime = time.endsWith(':00') ? time.slice(0, 5) : time;
  if (date.startsWith(DAY_ZERO)) return shortTime;
  return shortTime === '00:00' ? date : `${date} ${shortTime}`;
}
