import { writeAudit } from '#audit';
import { rows as query, type Sql } from '#database';
import { DomainError } from '#errors';
import type { ErrorParams, ErrorPlace } from '#errors';
import type { TextEncoding } from './japanese-text.js';
import { readTable } from './read-table.js';
import type { TableFile } from './read-table.js';
import { differencesOf } from './table-difference.rules.js';
import type { Differences } from './table-difference.rules.js';
import { refuseRows } from './table-problems.js';
import { CellProblem } from './table-spec.js';
import type {
  TableColumn,
  TableRow,
  TableSpec,
  TableValues,
  WritableCell,
  WritableRow,
} from './table-spec.js';
import { writeCsv } from './write-csv.js';
import { writeExcel } from './write-excel.js';

type KeyOf<Spec extends TableSpec> = Spec['columns'][number]['key'];

/** Who imports, and the business date on which it happens. */
export interface ImportContext {
  readonly today: string;
  /** `null` when the installation itself loads a table. */
  readonly personId: string | null;
}

/** Rows of the file by what became of them. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** One table of the product's data that goes out and comes in with the same columns. */
export interface ExchangeTable<Spec extends TableSpec = TableSpec> {
  /** In addresses, file names and audit entries: `departments`. */
  readonly name: string;
  /** Key of its heading in the message catalogue. */
  readonly heading: string;
  readonly spec: Spec;
  /** The columns that tell one row from another. */
  readonly key: readonly KeyOf<Spec>[];
  /** The column with the name by which people know a row. */
  readonly naming?: KeyOf<Spec>;
  /** Everything there is, in the order in which it is written. */
  rows(sql: Sql): Promise<WritableRow<Spec>[]>;
  /**
   * Brings the rows in within the open transaction. Rows that the table has and the file has not stay as they are.
   * @throws DomainError `table.rows_invalid` with a place for every cell that cannot be taken
   */
  write(sql: Sql, rows: readonly TableRow<Spec>[], context: ImportContext): Promise<ImportCounts>;
}

/** Gathers what is wrong with the rows of one table, placed by column. */
export class RowProblems<Spec extends TableSpec> {
  readonly #places: ErrorPlace[] = [];

  constructor(private readonly spec: Spec) {}

  add(row: { readonly row: number }, key: KeyOf<Spec>, code: string, params: ErrorParams = {}): void {
    const column = this.spec.columns.find((one) => one.key === key)?.heading ?? key;
    this.#places.push({ field: key, row: row.row, column, code, params });
  }

  /** @throws DomainError `table.rows_invalid` when anything was added, the rows in order. */
  throwIfAny(): void {
    refuseRows(this.#places.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  }
}

/** Counts the rows of a file by those that were added and those that changed. */
export function countRows(total: number, added: number, changed: number): ImportCounts {
  return { added, changed, unchanged: total - added - changed };
}

/**
 * Reads a file and brings it into a table, with one audit entry, in the open transaction. Columns that the file does
 * not have keep the values that are stored. Imports run one after the other.
 * @throws DomainError those of `readTable`, and `table.rows_invalid` for rows that contradict each other or the rest
 */
export async function importTable(
  sql: Sql,
  table: ExchangeTable,
  file: TableFile,
  context: ImportContext,
): Promise<ImportCounts> {
  await oneAtATime(sql);
  const read = await readTable(file, table.spec);
  refuseRepeatedRows(table, read);
  const counts = await table.write(sql, await completed(sql, table, file, read), context);
  await writeAudit(sql, {
    businessDate: context.today,
    personId: context.personId,
    action: 'table.imported',
    subjectKind: 'table',
    subjectId: table.name,
    detail: { file: file.name, ...counts },
  });
  return counts;
}

/**
 * Brings a file in as `importTable` does and tells what that changed of the rows it names, for a transaction that is undone.
 * What others save meanwhile elsewhere is not the file's.
 */
export async function tryTable(
  sql: Sql,
  table: ExchangeTable,
  file: TableFile,
  context: ImportContext,
): Promise<ImportCounts & { readonly differences: Differences }> {
  await oneAtATime(sql);
  const named = new Set((await readTable(file, table.spec)).map((row) => keyOf(table, row.values)));
  const keys = keyColumns(table);
  const those = async (): Promise<WritableRow<TableSpec>[]> =>
    (await table.rows(sql)).filter((row) => named.has(keyOf(table, valuesOf(keys, row))));
  const before = await those();
  const counts = await importTable(sql, table, file, context);
  const { columns } = table.spec;
  const differences = differencesOf({ columns, key: table.key, naming: table.naming }, before, await those());
  return { ...counts, differences };
}

const keyColumns = ({ spec, key }: ExchangeTable): TableColumn[] =>
  spec.columns.filter((column) => key.includes(column.key));

const oneAtATime = (sql: Sql): Promise<unknown> =>
  query(sql, `select pg_advisory_xact_lock(hashtextextended('table-import', 0))`);

/**
 * Writes a whole table as a file.
 * @param heading name of the sheet in an .xlsx file
 * @throws DomainError those of `writeCsv` and `writeExcel`
 */
export async function exportTable(
  sql: Sql,
  table: ExchangeTable,
  format: { readonly format: 'csv' | 'xlsx'; readonly encoding: TextEncoding },
  heading: string,
): Promise<Uint8Array> {
  const rows = await table.rows(sql);
  if (format.format === 'xlsx') return writeExcel(table.spec, rows, heading);
  return writeCsv(table.spec, rows, { encoding: format.encoding });
}

function refuseRepeatedRows(table: ExchangeTable, rows: readonly TableRow<TableSpec>[]): void {
  const problems = new RowProblems(table.spec);
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(table, row.values);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row.row);
    else problems.add(row, table.key[0] ?? '', 'table.row_repeated', { first });
  }
  problems.throwIfAny();
}

/** The rows with the stored values under the columns that the file does not have. */
async function completed(
  sql: Sql,
  table: ExchangeTable,
  file: TableFile,
  rows: readonly TableRow<TableSpec>[],
): Promise<readonly TableRow<TableSpec>[]> {
  const absent = await absentColumns(table.spec, file, rows);
  if (absent.length === 0) return rows;
  const keys = keyColumns(table);
  const stored = new Map(
    (await table.rows(sql)).map((row) => [keyOf(table, valuesOf(keys, row)), valuesOf(absent, row)]),
  );
  return rows.map((row) => {
    const values = { ...row.values, ...stored.get(keyOf(table, row.values)) };
    // The stored cells went through the same columns as those of the file.
    return { row: row.row, values: values as TableValues<TableSpec> };
  });
}

/** Asks the reader for every column at once; it names those that are missing before it looks at any cell. */
async function absentColumns(
  spec: TableSpec,
  file: TableFile,
  rows: readonly TableRow<TableSpec>[],
): Promise<TableColumn[]> {
  const blank = spec.columns.filter(({ key }) => rows.every((row) => row.values[key] === null));
  if (blank.length === 0) return [];
  const wanted = spec.columns.map(({ key, heading, aliases = [] }) => ({
    key,
    heading,
    aliases,
    required: true,
  }));
  try {
    await readTable(file, { columns: wanted, unknownColumns: 'ignore' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const missing = new Set(
      error.places.filter(({ code }) => code === 'table.column_missing').map(({ column }) => column),
    );
    return blank.filter(({ heading }) => missing.has(heading));
  }
  return [];
}

/** Stored cells as `readTable` would read them. */
function valuesOf(
  columns: readonly TableColumn[],
  row: Readonly<Record<string, WritableCell>>,
): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column.key, valueOf(column, row[column.key])]));
}

function valueOf(column: TableColumn, cell: WritableCell): unknown {
  if (cell === null || cell === undefined || cell === '') return null;
  const value: unknown = column.parse ? column.parse(String(cell)) : String(cell);
  return value instanceof CellProblem ? null : value;
}

function keyOf(table: ExchangeTable, values: TableValues<TableSpec> | Record<string, unknown>): string {
  return JSON.stringify(table.key.map((key) => values[key] ?? null));
}
