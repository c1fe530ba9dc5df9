import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { Approve } from './types';

/** How many sheets one page of the queue holds. */
export const QUEUE_PAGE = 50;

export const approvalsQuery = (page: number) =>
  queryOptions({
    queryKey: ['approvals', 'queue', page],
    staleTime: 0,
    queryFn: () => body(client.GET('/api/approvals', { params: { query: { page, pageSize: QUEUE_PAGE } } })),
  });

const at = (taskStageId: string) => ({ params: { path: { id: taskStageId } } });

export const approvalQuery = (taskStageId: string) =>
  queryOptions({
    queryKey: ['approvals', 'document', taskStageId],
    queryFn: () => body(client.GET('/api/approvals/{id}', at(taskStageId))),
  });

/** What somebody decided in my place, oldest first. */
export const standInDecisionsQuery = (page: number) =>
  queryOptions({
    queryKey: ['approvals', 'stand-in', page],
    queryFn: () => body(client.GET('/api/stand-in-decisions', { params: { query: { page, pageSize: 20 } } })),
  });

export const reviewDecisions = (approvalIds: string[]) =>
  body(client.POST('/api/stand-in-decisions/reviewed', { body: { approvalIds } }));

/** Tells that the document was shown; from then on it cannot be withdrawn. */
export const markOpened = (taskStageId: string) =>
  body(client.POST('/api/approvals/{id}/opened', at(taskStageId)));

/** Approves a sheet; whoever gives a section's grade gives it along. */
export const approve = (taskStageId: string, request: Approve) =>
  body(client.POST('/api/approvals/{id}/approve', { ...at(taskStageId), body: request }));

/** Sends a sheet back with a reason. Without `dueOn` the author gets five working days. */
export const sendBack = (
  taskStageId: string,
  request: { version: number; reason: string; places: string[]; dueOn?: string },
) => body(client.POST('/api/approvals/{id}/return', { ...at(taskStageId), body: request }));

export const approveAll = (sheets: { taskStageId: string; version: number }[]) =>
  body(client.POST('/api/approvals/approve', { body: { sheets } }));
