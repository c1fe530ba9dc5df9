import { CsvError, parse } from 'csv-parse/sync';
import { invalid } from '#errors';
import { unmarkFormula } from './formula-mark.js';
import { sheetOf } from './sheet.js';
import type { Sheet, TableLimits } from './sheet.js';

/**
 * Reads delimited text: commas or tabs (whichever the first line has more of), any line ends, quoted cells with
 * quotes, delimiters and line breaks inside. A record counts as one row however many lines it takes, as
 * spreadsheet programs count.
 * @throws DomainError `table.quote_not_closed` {row}; `table.too_many_rows` {limit}
 */
export function readCsv(text: string, limits: TableLimits): Sheet {
  const records = parseRecords(text, limits.rows + 1);
  if (records.length > limits.rows) throw invalid('table.too_many_rows', { limit: limits.rows });
  return sheetOf(records.map((record) => record.map(unmarkFormula)));
}

function parseRecords(text: string, most: number): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // Spreadsheet programs take a stray quote inside a cell as it is; so does this.
      relax_quotes: true,
      to: most,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { records } = error as CsvError & { readonly records?: number };
    throw invalid('table.quote_not_closed', { row: (records ?? 0) + 1 });
  }
}

function delimiterOf(text: string): ',' | '\t' {
  const [firstLine = ''] = text.trimStart().split(/[\r\n]/, 1);
  return firstLine.split('\t').length > firstLine.split(',').length ? '\t' : ',';
}
