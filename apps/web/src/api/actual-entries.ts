import { queryOptions } from '@tanstack/react-query';
import { body, client, upload } from './client';
import type { ImportResult, TableEncoding, TableFormat } from './exchange';

export const ENTRIES_PAGE = 50;

/** Indicators whose actual can be entered now. What is being typed is the truth, so they are not refetched by themselves. */
export const actualEntriesQuery = (page: number) =>
  queryOptions({
    queryKey: ['actual-entries', page],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () =>
      body(client.GET('/api/actual-entries', { params: { query: { page, pageSize: ENTRIES_PAGE } } })),
  });

/** Where a browser downloads the entries from. */
export function entriesAddress(format: TableFormat, encoding: TableEncoding = 'utf-8'): string {
  const query = new URLSearchParams({ format, ...(format === 'csv' && { encoding }) });
  return `/api/actual-entries/file?${query}`;
}

/** Takes a filled-in file in as drafts; `dryRun` only tells what would happen. */
export const importEntries = (file: File, dryRun: boolean): Promise<ImportResult> =>
  upload(`/api/actual-entries/file?dryRun=${dryRun}`, file);
