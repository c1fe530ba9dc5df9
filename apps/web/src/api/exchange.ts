import { queryOptions } from '@tanstack/react-query';
import { download, upload } from './client';

/** The tables that go out and come in as CSV or Excel. */
export interface ExchangeTables {
  readonly tables: readonly {
    readonly name: string;
    readonly heading: string;
    readonly columns: readonly string[];
    readonly mayWrite: boolean;
  }[];
}

export const exchangeQuery = queryOptions({
  queryKey: ['exchange'],
  queryFn: () => download<ExchangeTables>('/api/exchange'),
});

export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly dryRun: boolean;
}

/** What reading a plan's text found. The totals and questions are shown before anybody accepts. */
export interface PlanReading {
  readonly totals: Readonly<Record<string, number>>;
  readonly sections: readonly unknown[];
  readonly indicators: readonly unknown[];
  readonly questions: readonly unknown[];
}

export interface PlanImported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
}

export type TableFormat = 'csv' | 'xlsx';
export type TableEncoding = 'utf-8' | 'shift_jis';

/** Where a browser downloads a table from. */
export function tableAddress(table: string, format: TableFormat, encoding: TableEncoding = 'utf-8'): string {
  const query = new URLSearchParams({ format, ...(format === 'csv' && { encoding }) });
  return `/api/exchange/${encodeURIComponent(table)}?${query}`;
}

/** Reads a table in; `dryRun` only tells what would happen. */
export const importTable = (table: string, file: File, dryRun: boolean): Promise<ImportResult> =>
  upload(`/api/exchange/${encodeURIComponent(table)}?dryRun=${dryRun}`, file);

export const readPlan = (file: File): Promise<PlanReading> => upload('/api/plan/read', file);

export const importPlan = (file: File): Promise<PlanImported> => upload('/api/plan/import?accept=true', file);
