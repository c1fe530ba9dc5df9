import { parseFiscalYear } from '#calendar';
import { problem } from './table-spec.js';
import type { CellProblem } from './table-spec.js';

const SHOWN_LENGTH = 40;

/** Codes and keys compare half-width (040102, 1-(1)-ア), however they were typed. */
export const asCode = (cell: string): string => cell.normalize('NFKC').replace(/\s/g, '');

/** Text of at most so many characters. */
export const asText =
  (limit: number) =>
  (cell: string): string | CellProblem =>
    cell.length <= limit ? cell : problem('table.text_too_long', { length: cell.length, limit });

/** A decimal with at most so many digits before and after the point; for columns of kind `number`. */
export const asDecimal =
  (whole: number, fraction: number) =>
  (cell: string): string | CellProblem => {
    const [before = '', after = ''] = cell.replace('-', '').split('.');
    if (before.length <= whole && after.length <= fraction) return cell;
    return problem('table.number_too_large', { value: cell.slice(0, SHOWN_LENGTH), whole, fraction });
  };

/** A whole number of at least `least`; for columns of kind `number`. */
export const asCount =
  (least: number) =>
  (cell: string): number | CellProblem => {
    const count = Number(cell);
    if (Number.isSafeInteger(count) && count >= least && count < 1_000_000) return count;
    return problem('table.not_a_count', { value: cell.slice(0, SHOWN_LENGTH), least });
  };

/** 2021, 令和3年度 or R3 as the year of its April. */
export const asFiscalYear = (cell: string): number => parseFiscalYear(cell);
