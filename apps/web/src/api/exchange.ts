import { queryOptions } from '@tanstack/react-query';
import { download, upload } from './client';
import type { ImportResult, PlanImported, PlanPreview } from './types';

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

export type { ImportResult } from './types';

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

/** What a person decided about a document's questions; it travels as a field of the form, beside the file. */
export interface PlanDecisions {
  readonly title?: string;
  readonly firstFiscalYear?: number;
  readonly lastFiscalYear?: number;
  readonly replacesPlan?: boolean;
  readonly directions: Readonly<
    Record<string, PlanPreview['sections'][number]['indicators'][number]['direction']>
  >;
}

export const readPlan = (file: File): Promise<PlanPreview> => upload('/api/plan/read', file);

export const importPlan = (file: File, decisions: PlanDecisions): Promise<PlanImported> =>
  upload('/api/plan/import?accept=true', file, { decisions: JSON.stringify(decisions) });
