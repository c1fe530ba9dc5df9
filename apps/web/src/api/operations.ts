import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { DeadJob } from './types';

const AGAIN_MS = 10_000;

/** Asked again while the page is open: it shows what works just now. */
export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: () => body(client.GET('/api/operations')),
  refetchInterval: AGAIN_MS,
});

export const deadJobsQuery = (page: number, state: DeadJob['state']) =>
  queryOptions({
    queryKey: ['operations', 'dead-jobs', state, page],
    queryFn: () => body(client.GET('/api/operations/dead-jobs', { params: { query: { page, state } } })),
    refetchInterval: AGAIN_MS,
  });

const of = (id: string) => ({ params: { path: { id } } });

export const retryDeadJob = (id: string) => body(client.POST('/api/operations/dead-jobs/{id}/retry', of(id)));
export const dismissDeadJob = (id: string) =>
  body(client.POST('/api/operations/dead-jobs/{id}/dismiss', of(id)));
