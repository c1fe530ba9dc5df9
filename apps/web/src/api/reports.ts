import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { CommitmentsShown, RecordDecision, SheetsShown } from './types';

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

const sectionOf = (year: number, key: string) => ({ params: { path: { year, key } } });

/** A form begins with what is recorded when it opens, never with what was known some time ago. */
export const decisionQuery = (year: number, key: string) =>
  queryOptions({
    queryKey: ['reports', year, 'sections', key, 'decision'],
    gcTime: 0,
    queryFn: () => body(client.GET('/api/reports/{year}/sections/{key}/decision', sectionOf(year, key))),
  });

/** Records what management decided, or corrects it. */
export const recordDecision = (year: number, key: string, decision: RecordDecision) =>
  body(
    client.PUT('/api/reports/{year}/sections/{key}/decision', { ...sectionOf(year, key), body: decision }),
  );

export interface ListPart {
  readonly section?: string;
  readonly page: number;
  readonly pageSize: number;
}

/** The sheets behind a number of the report. */
export const reportSheetsQuery = (year: number, part: ListPart & { readonly show: SheetsShown }) =>
  queryOptions({
    queryKey: ['reports', year, 'sheets', part],
    queryFn: () =>
      body(client.GET('/api/reports/{year}/sheets', { params: { path: { year }, query: { ...part } } })),
  });

/** The promises behind a number of the report. */
export const reportCommitmentsQuery = (year: number, part: ListPart & { readonly show: CommitmentsShown }) =>
  queryOptions({
    queryKey: ['reports', year, 'commitments', part],
    queryFn: () =>
      body(client.GET('/api/reports/{year}/commitments', { params: { path: { year }, query: { ...part } } })),
  });
