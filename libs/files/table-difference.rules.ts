/** One cell that a file would change, under the heading it has in the file. */
export interface CellDifference {
  readonly heading: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a file would do to one row. */
export interface RowDifference {
  readonly change: 'added' | 'changed' | 'removed';
  /** The cells that tell the row from others, in their order. */
  readonly row: string[];
  /** The name by which people know it, where the table has one. */
  readonly name: string | null;
  /** Without the cells of `row`; of a row that goes none. */
  readonly cells: CellDifference[];
}

interface Columns {
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly counter?: boolean }[];
  /** The columns that tell one row from another. */
  readonly key: readonly string[];
  readonly naming?: string | undefined;
}

type Cells = Readonly<Record<string, string | number | null | undefined>>;

/**
 * What changes from one state of a table to another, row by row in the order of the newer one, then what is gone. Columns
 * that count changes (`counter`) say nothing by themselves.
 */
export function differencesOf(
  { columns, key, naming }: Columns,
  before: readonly Cells[],
  after: readonly Cells[],
): RowDifference[] {
  const told = columns.filter((column) => !key.includes(column.key) && !column.counter);
  const named = (cells: Cells): string[] => key.map((one) => textOf(cells[one]) ?? '');
  const rowOf = (cells: Cells): Pick<RowDifference, 'row' | 'name'> => ({
    row: named(cells),
    name: naming === undefined ? null : textOf(cells[naming]),
  });
  const idOf = (cells: Cells): string => JSON.stringify(named(cells));
  const old = new Map(before.map((cells) => [idOf(cells), cells]));
  const there = new Set(after.map(idOf));
  const now = after.flatMap((cells): RowDifference[] => {
    const was = old.get(idOf(cells));
    const changed = told.flatMap(({ key: one, heading }): CellDifference[] => {
      const [from, to] = [textOf(was?.[one]), textOf(cells[one])];
      return from === to ? [] : [{ heading, before: from, after: to }];
    });
    if (was && changed.length === 0) return [];
    return [{ change: was ? 'changed' : 'added', ...rowOf(cells), cells: changed }];
  });
  const gone = before
    .filter((cells) => !there.has(idOf(cells)))
    .map((cells): RowDifference => ({ change: 'removed', ...rowOf(cells), cells: [] }));
  return [...now, ...gone];
}

const textOf = (cell: Cells[string]): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell);
