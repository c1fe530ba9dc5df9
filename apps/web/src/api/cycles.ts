import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { paths } from './schema';
import type { Stage } from './types';

type Json<T> = T extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
export type EditCycle = Json<paths['/api/cycles/{year}']['put']>;
export type Extension = Json<paths['/api/cycles/{year}/extensions']['post']>;

export interface SubmissionFilter {
  readonly stage?: Stage;
  readonly department?: string;
  readonly state?:
    'none' | 'drafting' | 'submitted' | 'approved' | 'not_applicable' | 'overdue' | 'returned' | 'left';
  readonly page?: number;
  readonly pageSize?: number;
}

const of = (year: number) => ({ params: { path: { year } } });

export const cyclesQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: () => body(client.GET('/api/cycles')),
});

export const cycleQuery = (year: number) =>
  queryOptions({
    queryKey: ['cycles', year],
    queryFn: () => body(client.GET('/api/cycles/{year}', of(year))),
  });

export const boardQuery = (year: number) =>
  queryOptions({
    queryKey: ['cycles', year, 'board'],
    queryFn: () => body(client.GET('/api/cycles/{year}/board', of(year))),
  });

export const submissionsQuery = (year: number, filter: SubmissionFilter) =>
  queryOptions({
    queryKey: ['cycles', year, 'submissions', filter],
    queryFn: () =>
      body(
        client.GET('/api/cycles/{year}/submissions', { params: { path: { year }, query: { ...filter } } }),
      ),
  });

export const createCycle = (fiscalYear: number) => body(client.POST('/api/cycles', { body: { fiscalYear } }));

export const editCycle = (year: number, edit: EditCycle) =>
  body(client.PUT('/api/cycles/{year}', { ...of(year), body: edit }));

export const openCycle = (year: number) => body(client.POST('/api/cycles/{year}/open', of(year)));

/** A year that is over can be written again until a day. */
export const reopenCycle = (year: number, reopening: { reason: string; closesOn: string }) =>
  body(client.POST('/api/cycles/{year}/reopen', { ...of(year), body: reopening }));

/** What the dates would do, without changing anything. */
export const previewDates = (year: number, edit: EditCycle) =>
  body(client.POST('/api/cycles/{year}/preview-dates', { ...of(year), body: edit }));

export const extend = (year: number, extension: Extension) =>
  body(client.POST('/api/cycles/{year}/extensions', { ...of(year), body: extension }));

export const takeExtensionBack = (year: number, stage: Stage, departmentCode: string) =>
  body(
    client.DELETE('/api/cycles/{year}/extensions/{stage}/{department}', {
      params: { path: { year, stage, department: departmentCode } },
    }),
  );
