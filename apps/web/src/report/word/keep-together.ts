/** Class of what stays on the page of what follows it; `wordDocument` gives it a style of Word's that says so. */
export const KEPT = 'kept';

/** A table of so many rows, its head included, is small enough to stand on one page as a whole. */
const SHORT = 12;

/** A chart with its legend, above the table that says the same. */
const ABOVE_A_TABLE = '.ih, .ih div, .ih p, .ig div, .ig p, .h-end';

/**
 * Marks what a page must not end behind: the lines above a table of an indicator, all but the last row of a short table,
 * and of longer ones the head, what an item's results go on after, and the rows whose neighbour would be left alone.
 */
export function keepTogether(paper: HTMLElement): void {
  for (const line of paper.querySelectorAll(ABOVE_A_TABLE)) line.classList.add(KEPT);
  for (const table of paper.querySelectorAll('table')) {
    const rows = [...table.rows];
    rows.forEach((row, at) => {
      const next = rows[at + 1];
      if (next && (rows.length <= SHORT || goesOn(row, next))) row.classList.add(KEPT);
    });
  }
}

/** Whether two rows of a long table stand on one page. */
function goesOn(row: HTMLTableRowElement, next: HTMLTableRowElement): boolean {
  const isHead = row.parentElement?.tagName === 'THEAD';
  const ends = next.parentElement?.tagName === 'TFOOT';
  return isHead || ends || row.matches('.program') || next.matches('.more');
}
