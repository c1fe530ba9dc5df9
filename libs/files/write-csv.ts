import { stringify } from 'csv-stringify/sync';
import { cellsToWrite } from './cell-to-write.js';
import type { CellToWrite } from './cell-to-write.js';
import { markFormula } from './formula-mark.js';
import { encodeShiftJis, encodeUtf8, notInShiftJis } from './japanese-text.js';
import type { TextEncoding } from './japanese-text.js';
import { TableProblems } from './table-problems.js';
import type { TableSpec, WritableRow } from './table-spec.js';

export interface CsvOptions {
  /** `utf-8` is written with its mark, `shift_jis` is CP932 for older programs. */
  readonly encoding: TextEncoding;
}

/**
 * Writes a table as CSV with commas and CRLF, the headings first. Text that a spreadsheet program would evaluate gets
 * an apostrophe before it (see `markFormula`), which `readTable` takes away again; numbers and dates of columns
 * of that kind do not.
 * @throws DomainError `table.not_in_shift_jis` {total, more} with a place for every cell holding characters that
 * Shift_JIS lacks, rows counted as the spreadsheet will show them
 */
export function writeCsv<const Spec extends TableSpec>(
  spec: Spec,
  rows: Iterable<WritableRow<Spec>>,
  { encoding }: CsvOptions,
): Uint8Array {
  const headings = spec.columns.map(({ heading }) => markFormula(heading));
  const records = [headings, ...Array.from(rows, (row) => cellsToWrite(spec, row).map(csvText))];
  if (encoding === 'shift_jis') refuseWhatShiftJisLacks(spec, records);
  const text = stringify(records, {
    record_delimiter: '\r\n',
    // Beside the usual: outer blanks, single line ends, and ID, which makes Excel expect a file of another format.
    quoted_match: [/[\r\n\t]/, /^\s|\s$/, /^ID/],
  });
  return encoding === 'shift_jis' ? encodeShiftJis(text) : encodeUtf8(text);
}

function csvText(cell: CellToWrite): string {
  if (cell.type === 'blank') return '';
  return cell.type === 'text' ? markFormula(cell.text) : cell.text;
}

function refuseWhatShiftJisLacks(spec: TableSpec, records: readonly (readonly string[])[]): void {
  const problems = new TableProblems();
  records.forEach((cells, rowAt) =>
    spec.columns.forEach((column, at) => {
      const characters = notInShiftJis(cells[at] ?? '').join('');
      if (characters === '') return;
      const code = 'table.characters_not_in_shift_jis';
      problems.add({
        field: column.key,
        row: rowAt + 1,
        column: column.heading,
        code,
        params: { characters },
      });
    }),
  );
  problems.throwIfAny('table.not_in_shift_jis');
}
