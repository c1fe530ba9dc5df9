import { invalid } from '#errors';
import type { ErrorPlace } from '#errors';
import { isBlank } from './sheet.js';
import type { SheetRow } from './sheet.js';
import type { TableColumn, TableSpec } from './table-spec.js';

/** A column of the table found in the sheet. */
export interface FoundColumn {
  readonly column: TableColumn;
  /** Position in the row, from 0; undefined when the sheet does not have it. */
  readonly at: number | undefined;
  /** The heading as it stands in the sheet. */
  readonly heading: string;
}

/**
 * Finds the columns of a table by the headings of a sheet, whatever their order, width (half, full), case, blanks
 * and line breaks.
 * @throws DomainError `table.wrong_columns` {missing, unknown, repeated}, each naming headings or '—', with a place
 * for every heading
 */
export function findColumns(spec: TableSpec, headingRow: SheetRow): FoundColumn[] {
  const headings = headingRow.cells.map((cell) => cell.trim());
  const found = spec.columns.map((column) => ({ column, places: placesOf(column, headings) }));
  const known = new Set(found.flatMap(({ places }) => places));
  refuseWrongColumns(headingRow.row, {
    missing: found
      .filter(({ column, places }) => column.required && places.length === 0)
      .map(({ column }) => column.heading),
    unknown:
      spec.unknownColumns === 'ignore' ? [] : headings.filter((text, at) => !isBlank(text) && !known.has(at)),
    repeated: found.filter(({ places }) => places.length > 1).map(({ column }) => column.heading),
  });
  return found.map(({ column, places: [at] }) => ({
    column,
    at,
    heading: at === undefined ? column.heading : (headings[at] ?? column.heading),
  }));
}

function placesOf(column: TableColumn, headings: readonly string[]): number[] {
  const names = new Set([column.heading, ...(column.aliases ?? [])].map(plain));
  return headings.flatMap((heading, at) => (names.has(plain(heading)) ? [at] : []));
}

type WrongHeadings = Readonly<Record<'missing' | 'unknown' | 'repeated', readonly string[]>>;

function refuseWrongColumns(row: number, wrong: WrongHeadings): void {
  const kinds = ['missing', 'unknown', 'repeated'] as const;
  const places = kinds.flatMap((kind) =>
    wrong[kind].map((column): ErrorPlace => ({
      row,
      column,
      code: `table.column_${kind}`,
      params: { heading: column },
    })),
  );
  if (places.length === 0) return;
  const named = (kind: keyof WrongHeadings): string => wrong[kind].join('、') || '—';
  const params = { missing: named('missing'), unknown: named('unknown'), repeated: named('repeated') };
  throw invalid('table.wrong_columns', params, places);
}

function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
