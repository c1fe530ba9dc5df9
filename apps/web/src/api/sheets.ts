import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import { freshWhileOpening } from './query-client';
import type { paths } from './schema';
import type { Answers } from './types';

type TodayAsked = NonNullable<paths['/api/today']['get']['parameters']['query']>;
type DepartmentAsked = NonNullable<paths['/api/today/department']['get']['parameters']['query']>;

/** Null leaves a part of the choice open. */
type Choice<Asked> = { readonly [Key in keyof Asked]-?: NonNullable<Asked[Key]> | null };

export const todayQuery = ({ kind, stage, page }: Choice<TodayAsked>) =>
  queryOptions({
    queryKey: ['today', 'own', kind, stage, page],
    queryFn: () =>
      body(
        client.GET('/api/today', {
          params: { query: { ...(kind && { kind }), ...(stage && { stage }), page: page ?? 1 } },
        }),
      ),
    staleTime: freshWhileOpening,
  });

export const departmentTodayQuery = ({ state, stage, page }: Choice<DepartmentAsked>) =>
  queryOptions({
    queryKey: ['today', 'department', state, stage, page],
    queryFn: () =>
      body(
        client.GET('/api/today/department', {
          params: { query: { ...(state && { state }), ...(stage && { stage }), page: page ?? 1 } },
        }),
      ),
    staleTime: 0,
  });

const at = (taskStageId: string) => ({ params: { path: { id: taskStageId } } });

/**
 * A sheet is never refetched by itself, for what is being typed is the truth until it is saved; and it is not
 * kept after its page is left, for it would come back with an old version.
 */
export const sheetQuery = (taskStageId: string) =>
  queryOptions({
    queryKey: ['sheet', taskStageId],
    queryFn: () => body(client.GET('/api/sheets/{id}', at(taskStageId))),
    staleTime: Infinity,
    gcTime: 0,
  });

export const historyQuery = (taskStageId: string) =>
  queryOptions({
    queryKey: ['sheet', taskStageId, 'history'],
    queryFn: () => body(client.GET('/api/sheets/{id}/history', at(taskStageId))),
    staleTime: 0,
  });

/** Saves the answers that changed; `version` is the one they were written on. */
export const saveAnswers = (taskStageId: string, version: number, answers: Answers) =>
  body(client.PUT('/api/sheets/{id}/answers', { ...at(taskStageId), body: { version, answers } }));

export const submitSheet = (taskStageId: string, version: number) =>
  body(client.POST('/api/sheets/{id}/submit', { ...at(taskStageId), body: { version } }));

export const withdrawSheet = (taskStageId: string, version: number) =>
  body(client.POST('/api/sheets/{id}/withdraw', { ...at(taskStageId), body: { version } }));

export const markNotApplicable = (taskStageId: string, version: number, reason: string) =>
  body(client.POST('/api/sheets/{id}/not-applicable', { ...at(taskStageId), body: { version, reason } }));
