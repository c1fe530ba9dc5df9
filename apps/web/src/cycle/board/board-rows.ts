import type { SubmissionBoard } from '../../api';

export type BoardRow = SubmissionBoard['rows'][number];
export type BoardColumn = SubmissionBoard['columns'][number];
export type BoardCell = NonNullable<BoardRow['cells'][number]>;

/** What a cell counts: handed in, or confirmed by everybody. */
export type Counted = 'submitted' | 'approved';
export const ORDERS = ['late', 'left', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** Darkness of a cell, 5 (done, white) to 0 (nothing done yet). */
export function cellLevel(cell: BoardCell, counted: Counted): 0 | 1 | 2 | 3 | 4 | 5 {
  if (cell.total === 0 || cell[counted] >= cell.total) return 5;
  const left = (cell.total - cell[counted]) / cell.total;
  if (left <= 0.25) return 4;
  if (left <= 0.5) return 3;
  if (left <= 0.75) return 2;
  return left < 1 ? 1 : 0;
}

export function overdueOf(row: BoardRow): number {
  return row.cells.reduce((sum, cell) => sum + (cell?.overdue ?? 0), 0);
}

/** Sheets not yet done, counting only columns that are open today. */
export function leftOf(
  row: BoardRow,
  columns: readonly BoardColumn[],
  counted: Counted,
  today: string,
): number {
  return row.cells.reduce((sum, cell, at) => {
    const open = (columns[at]?.opensOn ?? '') <= today;
    return sum + (cell && open ? cell.total - cell[counted] : 0);
  }, 0);
}

/** Rows in the order asked for; equal ones stay in the order of the organisation. */
export function orderRows(
  board: SubmissionBoard,
  order: Order,
  counted: Counted,
  today: string,
): readonly BoardRow[] {
  const left = (row: BoardRow) => leftOf(row, board.columns, counted, today);
  if (order === 'name')
    return [...board.rows].sort((one, other) => one.departmentCode.localeCompare(other.departmentCode));
  const late = (row: BoardRow) => (order === 'late' ? overdueOf(row) : 0);
  return [...board.rows].sort((one, other) => late(other) - late(one) || left(other) - left(one));
}

/** The sums of the columns; null where nobody has a sheet. */
export function sumCells({ rows, columns }: SubmissionBoard): readonly (BoardCell | null)[] {
  return columns.map((_, at) => {
    const cells = rows.flatMap((row) => row.cells[at] ?? []);
    if (cells.length === 0) return null;
    return cells.reduce((sum, cell) => ({
      total: sum.total + cell.total,
      submitted: sum.submitted + cell.submitted,
      approved: sum.approved + cell.approved,
      overdue: sum.overdue + cell.overdue,
    }));
  });
}
