import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { SearchKind } from './types';

/** Words between blanks; with a kind a page of it, without one the first few of each. */
export const searchQuery = (q: string, kind: SearchKind | null, page: number) =>
  queryOptions({
    queryKey: ['search', q, kind, page],
    // A question that nobody waits for any more is not answered to its end.
    queryFn: ({ signal }) =>
      body(
        client.GET('/api/search', {
          params: { query: { q, page, ...(kind !== null && { kind }) } },
          signal,
        }),
      ),
  });

/** As many letters as a query may have. */
export const LONGEST_QUERY = 200;
