import { invalid } from '#errors';
import { toMegabytes } from './excel-package.js';
import { decodeText } from './japanese-text.js';
import { readCsv } from './read-csv.js';
import { readExcel } from './read-excel.js';
import type { Sheet, TableLimits } from './sheet.js';

const ZIP = [0x50, 0x4b];
/** The container of .xls, and of any workbook locked with a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');
const OTHER_TEXT = /^\s*(?:%PDF-|\{\\rtf|<(?:!doctype|html|\?xml)|\{\s*")/i;
/** Nobody writes these into a heading, so a first line with them is not text that somebody wrote. */
const CONTROLS = /[\0-\x08\x0e-\x1f]/;

/**
 * Opens a CSV or .xlsx file by what it contains.
 * @throws DomainError `table.empty`, `table.too_large` {megabytes}, `table.not_a_table`, `table.old_excel`,
 * `table.locked`, and those of the two readers
 */
export async function openSheet(bytes: Uint8Array, limits: TableLimits): Promise<Sheet> {
  if (bytes.length === 0) throw invalid('table.empty');
  if (bytes.length > limits.bytes) throw invalid('table.too_large', { megabytes: toMegabytes(limits.bytes) });
  if (startsWith(bytes, ZIP)) return readExcel(bytes, limits);
  if (startsWith(bytes, OLD_OFFICE)) throw invalid(isLocked(bytes) ? 'table.locked' : 'table.old_excel');
  const text = decodeText(bytes);
  if (text === undefined || OTHER_TEXT.test(text) || isBinary(text)) throw invalid('table.not_a_table');
  return readCsv(text, limits);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(LOCKED);
}

function isBinary(text: string): boolean {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1);
  return CONTROLS.test(firstLine);
}
