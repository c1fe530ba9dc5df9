import type { SubmissionBoard } from '../../api';

export type BoardRow = SubmissionBoard['rows'][number];
/** A stage of one fiscal year. */
export type BoardColumn = SubmissionBoard['columns'][number] & { readonly fiscalYear: number };
export type BoardCell = NonNullable<BoardRow['cells'][number]>;

/** What a cell counts: handed in, or confirmed by everybody. */
export type Counted = 'submitted' | 'approved';
export const ORDERS = ['late', 'left', 'name'] as const;
export type Order = (typeof ORDERS)[number];

/** Departments × stages, of one cycle or of several that are open at once. */
export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly rows: readonly BoardRow[];
}

/**
 * The board of a cycle with what other open cycles ask for now: of them only stages that have begun and are not
 * confirmed everywhere. Newer years stand left.
 */
export function mergeBoards(boards: readonly SubmissionBoard[], fiscalYear: number, today: string): Board {
  const ordered = [...boards].sort((one, other) => other.fiscalYear - one.fiscalYear);
  const places = ordered.flatMap((board) =>
    board.columns.flatMap((column, at) => {
      const cells = board.rows.flatMap((row) => row.cells[at] ?? []);
      const goesOn = column.opensOn <= today && cells.some(({ approved, total }) => approved < total);
      return board.fiscalYear === fiscalYear || goesOn ? [{ board, column, at }] : [];
    }),
  );
  const departments = new Map(
    ordered.flatMap(({ rows }) => rows.map((row) => [row.departmentCode, row.departmentName] as const)),
  );
  const rowsOf = new Map(
    ordered.map((board) => [board, new Map(board.rows.map((row) => [row.departmentCode, row]))]),
  );
  return {
    columns: places.map(({ board, column }) => ({ ...column, fiscalYear: board.fiscalYear })),
    rows: [...departments].map(([departmentCode, departmentName]) => ({
      departmentCode,
      departmentName,
      cells: places.map(({ board, at }) => rowsOf.get(board)?.get(departmentCode)?.cells[at] ?? null),
    })),
  };
}

/** What of a stage is not handed in yet, and in how many departments. */
export function unsubmittedOf(
  { columns, rows }: SubmissionBoard,
  stage: BoardColumn['stage'],
): { readonly sheets: number; readonly departments: number } {
  const left = rows.map(({ cells }) =>
    cells.reduce(
      (sum, cell, at) => sum + (cell && columns[at]?.stage === stage ? cell.total - cell.submitted : 0),
      0,
    ),
  );
  return {
    sheets: left.reduce((sum, one) => sum + one, 0),
    departments: left.filter((one) => one > 0).length,
  };
}

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

/** Sheets not yet done, counting only columns that are open today; of certain years where those are named. */
export function leftOf(
  row: BoardRow,
  columns: readonly BoardColumn[],
  counted: Counted,
  today: string,
  years?: readonly number[],
): number {
  return row.cells.reduce((sum, cell, at) => {
    const column = columns[at];
    const asked = column !== undefined && (years === undefined || years.includes(column.fiscalYear));
    const open = asked && column.opensOn <= today;
    return sum + (cell && open ? cell.total - cell[counted] : 0);
  }, 0);
}

/** Rows in the order asked for; equal ones stay in the order of the organisation. */
export function orderRows(board: Board, order: Order, counted: Counted, today: string): readonly BoardRow[] {
  const left = (row: BoardRow) => leftOf(row, board.columns, counted, today);
  if (order === 'name')
    return [...board.rows].sort((one, other) => one.departmentCode.localeCompare(other.departmentCode));
  const late = (row: BoardRow) => (order === 'late' ? overdueOf(row) : 0);
  return [...board.rows].sort((one, other) => late(other) - late(one) || left(other) - left(one));
}

/** The sums of the columns; null where nobody has a sheet. */
export function sumCells({ rows, columns }: Board): readonly (BoardCell | null)[] {
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
