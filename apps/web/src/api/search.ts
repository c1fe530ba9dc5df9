import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { SearchKind } from './types';

/** Words between blanks; with a kind a page of it, without one the first few of each. */
export const searchQuery = (q: string, kind: SearchKind | null, page: number) =>
  queryOptions({
    queryKey: ['search', q, kind, page],
    queryFn: () =>
      body(client.GET('/api/search', { params: { query: { q, page, ...(kind !== null && { kind }) } } })),
  });

/** As many letters as a query may have. */
export const LONGEST_QUERY = 200;
