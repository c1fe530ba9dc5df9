import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';

export const reportYearsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: () => body(client.GET('/api/reports')),
});

export const planReportQuery = (year: number) =>
  queryOptions({
    queryKey: ['reports', year],
    queryFn: () => body(client.GET('/api/reports/{year}', { params: { path: { year } } })),
  });

export const sectionReportQuery = (year: number, key: string) =>
  queryOptions({
    queryKey: ['reports', year, 'sections', key],
    queryFn: () =>
      body(client.GET('/api/reports/{year}/sections/{key}', { params: { path: { year, key } } })),
  });
