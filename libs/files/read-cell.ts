import { DomainError } from '#errors';
import { parseDateInput } from '#calendar';
import { isBlank } from './sheet.js';
import { CellProblem, problem } from './table-spec.js';
import type { ColumnKind, TableColumn } from './table-spec.js';

/** What spreadsheet programs show when a formula has no result. */
const FORMULA_ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;
const PLAIN_NUMBER = /^([-+▲△]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
const MINUS_SIGNS = /[\u2010-\u2015\u2212]/g;
/** So much of a cell is repeated in a message. */
const SHOWN_LENGTH = 40;

/** The value of a cell, null when it is blank, or what is wrong with it. */
export function readCell(column: TableColumn, cell: string): unknown {
  if (isBlank(cell)) return column.required ? problem('table.cell_required') : null;
  if (FORMULA_ERROR.test(cell)) return problem('table.formula_error', { value: cell });
  try {
    const value = readKind(column.kind ?? 'text', cell);
    if (value instanceof CellProblem || !column.parse) return value;
    return column.parse(value.trim());
  } catch (error) {
    if (error instanceof DomainError) return problem(error.code, error.params);
    throw error;
  }
}

function readKind(kind: ColumnKind, cell: string): string | CellProblem {
  switch (kind) {
    case 'text':
      return cell;
    case 'number':
      return plainNumber(cell) ?? problem('table.not_a_number', { value: clipped(cell.trim()) });
    case 'date':
      return parseDateInput(clipped(cell.trim()));
  }
}

/**
 * A number as people write it (full-width, 1,234, ▲5 or △5 for minus as in budgets) as a plain decimal with the
 * decimals as written; undefined when it is none.
 */
function plainNumber(cell: string): string | undefined {
  const compact = cell.normalize('NFKC').replace(MINUS_SIGNS, '-').trim();
  const [, sign = '', whole, fraction = ''] = PLAIN_NUMBER.exec(compact) ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') + fraction;
  const isNegative = sign !== '' && sign !== '+' && /[1-9]/.test(digits);
  return isNegative ? `-${digits}` : digits;
}

/** A text as far as a message repeats it. */
export function clipped(text: string): string {
  const letters = [...text];
  return letters.length > SHOWN_LENGTH ? `${letters.slice(0, SHOWN_LENGTH).join('')}…` : text;
}
