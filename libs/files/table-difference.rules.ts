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
/** So many signs of a long text stand before its first difference. */
const BEFORE = 40;

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
      const [shown, then] = clippedPair(from, to);
      return [{ heading: column.heading, before: shown, after: then }];
    });
    const name = naming === undefined ? null : textOf(cells[naming]);
    return { change: was ? 'changed' : 'added', row: named(cells), name, cells: changed };
  });
  return { total: different.length, rows };
}

const textOf = (cell: Cells[string]): string | null =>
  cell === null || cell === undefined || cell === '' ? null : String(cell);

/** Both texts from a little before where they part, so that what is shown of them differs. */
function clippedPair(before: string | null, after: string | null): [string | null, string | null] {
  const [was, now] = [[...(before ?? '')], [...(after ?? '')]];
  if (Math.max(was.length, now.length) <= LETTERS) return [before, after];
  const part = was.findIndex((sign, at) => sign !== now[at]);
  const start = Math.max(0, (part === -1 ? was.length : part) - BEFORE);
  const clip = (signs: readonly string[]): string =>
    `${start > 0 ? '…' : ''}${signs.slice(start, start + LETTERS).join('')}${signs.length > start + LETTERS ? '…' : ''}`;
  return [before === null ? null : clip(was), after === null ? null : clip(now)];
}
