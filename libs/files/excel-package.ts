import { invalid } from '#errors';
import type { TableLimits } from './sheet.js';
import { unzip, zipStored, ZipTooLarge, ZipUnreadable } from './zip.js';
import type { ZipEntries } from './zip.js';

/** Unpacked, a workbook may be this many times the size a file may have. */
const UNPACKED_FACTOR = 10;
/** What a sheet can have at most in the spreadsheet programs. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** The rectangle from A1 to the last cell with contents; the reader fills all of it. */
const MOST_CELLS = 5_000_000;

const ROW_OR_CELL_START = /<(?:[^\s<>/:]*:)?(?:c|row)(?=[\s/>])/g;
const ROW_OR_CELL = /<(?:[^\s<>/:]*:)?(c|row)(?=[\s/>])((?:[^<>"'/]|\/(?!>)|"[^"<>]*"|'[^'<>]*')*)(\/?)>/g;
const POSITION = /(?:^|[\s:"'])r\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ADDRESS = /^([A-Z]{0,3})(\d{1,7})$/;

/**
 * Takes an .xlsx file apart and packs it anew, so that the reading library meets only what it can bear: sizes are
 * true, nothing is larger than allowed, no cell lies outside of a sheet (a single address beyond it makes the
 * library fill the memory), and what it would read wrongly or drop is rewritten (see `mend`).
 * @throws DomainError `table.not_a_table`, `table.too_large`, `table.too_wide`, `table.unreadable_excel`
 */
export function safeWorkbook(bytes: Uint8Array, limits: TableLimits): Buffer {
  const entries = unpack(bytes, limits.bytes * UNPACKED_FACTOR);
  if (!entries.has('xl/workbook.xml')) throw invalid('table.not_a_table');
  return zipStored(new Map([...entries].map(([name, content]) => [name, safePart(content)])));
}

function unpack(bytes: Uint8Array, mostBytes: number): ZipEntries {
  try {
    return unzip(bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'), mostBytes);
  } catch (error) {
    if (error instanceof ZipTooLarge) throw invalid('table.too_large', { megabytes: toMegabytes(mostBytes) });
    if (error instanceof ZipUnreadable) throw invalid('table.unreadable_excel');
    throw error;
  }
}

/** Whole megabytes, for messages. */
export function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}

function safePart(content: Buffer): Buffer {
  const xml = content.toString('utf8');
  requireSaneAddresses(xml);
  return Buffer.from(mend(xml), 'utf8');
}

/**
 * The library leaves cells with an error value out; as text they stay visible and are refused where they stand.
 * It knows the era year of a date format (e) but not the era before it (ggge), and takes such dates for numbers.
 */
function mend(xml: string): string {
  const withErrors = xml.replace(ROW_OR_CELL, (tag) => tag.replace(/(\st\s*=\s*)(["'])e\2/, '$1$2str$2'));
  return withErrors.replace(/formatCode\s*=\s*(?:"[^"]*"|'[^']*')/g, (code) =>
    code.replace(/(?<![a-z])g{1,3}(?=e{1,4}(?![a-z]))/gi, ''),
  );
}

function requireSaneAddresses(xml: string): void {
  let [tags, rows, columns] = [0, 0, 0];
  for (const [, name, attributes = '', closed] of xml.matchAll(ROW_OR_CELL)) {
    tags += 1;
    for (const [, quoted, apostrophed] of attributes.matchAll(POSITION)) {
      const { row, column } = addressOf(quoted ?? apostrophed ?? '');
      // A cell that closes itself has a style but no contents.
      if (name === 'row' || closed === '/') continue;
      rows = Math.max(rows, row);
      columns = Math.max(columns, column);
    }
  }
  // Comments and the like could hide tags from this reading, and so could tags it does not understand.
  const hidden = (xml.match(ROW_OR_CELL_START)?.length ?? 0) - tags;
  if (hidden !== 0 || (tags > 0 && xml.includes('<!'))) throw invalid('table.unreadable_excel');
  if (rows * columns > MOST_CELLS) throw invalid('table.too_wide', { rows, columns });
}

/** Row and column of `B5`, or of the row number `5`, both from 1. */
function addressOf(address: string): { row: number; column: number } {
  const [, letters = '', digits] = ADDRESS.exec(address) ?? [];
  const row = Number(digits);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (!(row >= 1 && row <= LAST_ROW) || column > LAST_COLUMN) throw invalid('table.unreadable_excel');
  return { row, column };
}
