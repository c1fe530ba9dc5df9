import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';

const at = (taskStageId: string) => ({ params: { path: { id: taskStageId } } });
const one = (taskStageId: string, comment: string) => ({ params: { path: { id: taskStageId, comment } } });

export const commentsQuery = (taskStageId: string, page = 1) =>
  queryOptions({
    queryKey: ['comments', taskStageId, page],
    queryFn: () =>
      body(
        client.GET('/api/sheets/{id}/comments', {
          params: { path: { id: taskStageId }, query: { page } },
        }),
      ),
  });

/** Whom a comment on a sheet may speak to. */
export const mentionableQuery = (taskStageId: string, words: string) =>
  queryOptions({
    queryKey: ['comments', taskStageId, 'people', words],
    queryFn: () =>
      body(
        client.GET('/api/sheets/{id}/people', { params: { path: { id: taskStageId }, query: { words } } }),
      ),
    staleTime: 60_000,
  });

/** The same key writes once, however often it is sent. */
export const writeComment = (taskStageId: string, key: string, text: string) =>
  body(client.POST('/api/sheets/{id}/comments', { ...at(taskStageId), body: { key, body: text } }));

export const changeComment = (taskStageId: string, comment: string, version: number, text: string) =>
  body(
    client.PUT('/api/sheets/{id}/comments/{comment}', {
      ...one(taskStageId, comment),
      body: { version, body: text },
    }),
  );

export const removeComment = (taskStageId: string, comment: string) =>
  body(client.DELETE('/api/sheets/{id}/comments/{comment}', one(taskStageId, comment)));

/** What speaks to me on this sheet has been seen. */
export const markCommentsRead = (taskStageId: string) =>
  body(client.POST('/api/sheets/{id}/comments/read', at(taskStageId)));

export const markMentionsRead = (commentIds: string[]) =>
  body(client.POST('/api/mentions/read', { body: { commentIds } }));
