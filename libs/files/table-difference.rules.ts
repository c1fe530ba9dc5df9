/** One cell that a file would change, under the heading it has in the file. */
export interface CellDifference {
  readonly heading: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a file would do to one row. */
export interface RowDifference {
  readonly change: 'added' | 'changed';
  /** The cells that tell the row from others, in their order. */
  readonly row: string[];
  /** The name by which people know it, where the table has one. */
  readonly name: string | null;
  /** Without the cells of `row`. */
  readonly cells: CellDifference[];
}

/** The first rows that differ, and how many there are. */
export interface Differences {
  readonly total: number;
  readonly rows: RowDifference[];
}

interface Columns {
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly counter?: boolean }[];
  /** The columns that tell one row from another. */
  readonly key: readonly string[];
  readonly naming?: string | undefined;
}

type Cells = Readonly<Record<string, string | number | null | undefined>>;

/** As many rows as anybody looks through before they take a file in, and as much of a text. */
const [ROWS, LETTERS] = [100, 400];

/**
 * What changes from one state of rows to another, in the order of the newer one. Columns that count changes (`counter`) say
 * nothing by themselves. Rows with one key are compared in their order.
 */
export function differencesOf(
  { columns, key, naming }: Columns,
  before: readonly Cells[],
  after: readonly Cells[],
): Differences {
  const told = columns.filter((column) => !key.includes(column.key) && !column.counter);
  const named = (cells: Cells): string[] => key.map((one) => textOf(cells[one]) ?? '');
  const old = Map.groupBy(before, (cells) => JSON.stringify(named(cells)));
  const different = after.flatMap((cells) => {
    const was = old.get(JSON.stringify(named(cells)))?.shift();
    const same = was && told.every((column) => textOf(was[column.key]) === textOf(cells[column.key]));
    return same ? [] : [{ was, cells }];
  });
  const rows = different.slice(0, ROWS).map(({ was, cells }): RowDifference => {
    const changed = told.flatMap((column): CellDifference[] => {
      const [from, to] = [textOf(was?.[column.key]), textOf(cells[column.key])];
      // Of a row that is new, its name stands above it already.
      if (from === to || (!was && column.key === naming)) return [];
      return [{ heading: column.heading, before: clipped(from), after: clipped(to) }];
    });
    const name = naming === undefined ? null : textOf(cells[naming]);
    return { change: was ? 'changed' : 'added', row: named(cells), name, cells: changed };
  });
  return { total: different.length, rows };
}

const textOf = (cell: Cells[string]): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell);

function clipped(text: string | null): string | null {
  if (text === null || text.length <= LETTERS) return text;
  const signs = [...text];
  return signs.length <= LETTERS ? text : `${signs.slice(0, LETTERS).join('')}…`;
}
