/**
 * Keeps text from being taken for a formula in a CSV file, where every cell is bare text and spreadsheet programs
 * evaluate what begins with = + - @ (also full-width), or hides it behind blanks or control characters.
 *
 * Such text is written with an apostrophe before it, the mark by which people type text into a spreadsheet; no
 * program evaluates it. Text that already begins with apostrophes and goes on like a formula gets one more, so that
 * taking one away on reading gives back exactly what was written.
 *
 * Cells of an .xlsx file carry their type and need no mark.
 */
const APOSTROPHES = /^'*/;
const STARTS_A_CELL_ANEW = /^[\t\r\n]/;
const NOTHING_TO_SEE = /^[\s\p{Cc}\p{Cf}]*/u;
const FORMULA_SIGNS = new Set(['=', '+', '-', '@']);

/** The text as it may stand in a CSV cell. */
export function markFormula(text: string): string {
  return looksLikeFormula(text.replace(APOSTROPHES, '')) ? `'${text}` : text;
}

/** The text that was written, given the cell of a CSV file. */
export function unmarkFormula(cell: string): string {
  if (cell.startsWith("'") && looksLikeFormula(cell.replace(APOSTROPHES, ''))) return cell.slice(1);
  // Older systems export codes as ="0012", so that Excel keeps the zeros.
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

function looksLikeFormula(text: string): boolean {
  if (STARTS_A_CELL_ANEW.test(text)) return true;
  const [first = ''] = text.replace(NOTHING_TO_SEE, '');
  // Compatibility forms (full-width, small, superscript) count as the plain sign.
  return FORMULA_SIGNS.has(first.normalize('NFKC'));
}
