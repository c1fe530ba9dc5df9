import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';

const MINUTE = 60_000;

export const planQuery = queryOptions({
  queryKey: ['plan'],
  queryFn: () => body(client.GET('/api/plan')),
  staleTime: 5 * MINUTE,
});

export const itemYearsQuery = (key: string) =>
  queryOptions({
    queryKey: ['plan', 'item', key],
    queryFn: () => body(client.GET('/api/items/{key}/years', { params: { path: { key } } })),
  });

/** Where each item of a section stands in the running years; for the house. */
export const itemStatesQuery = (section: string) =>
  queryOptions({
    queryKey: ['plan', 'states', section],
    queryFn: () => body(client.GET('/api/items/states', { params: { query: { section } } })),
  });

/** Without a year: the one that is being evaluated. */
export const indicatorsQuery = (year?: number) =>
  queryOptions({
    queryKey: ['indicators', year ?? 'current'],
    queryFn: () =>
      body(client.GET('/api/indicators', { params: { query: year === undefined ? {} : { year } } })),
  });
