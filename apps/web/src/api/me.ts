import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { MailPreference } from './types';

export const mailPreferenceQuery = queryOptions({
  queryKey: ['me', 'mail'],
  queryFn: () => body(client.GET('/api/me/mail')),
});

/** What changes; the rest stays. Letters that do not come to the person cannot be named. */
export type PreferenceChange = Partial<{
  decisions: MailPreference['decisions'];
  digest: boolean;
  summary: boolean;
}>;

export const changeMailPreference = (change: PreferenceChange) =>
  body(client.PUT('/api/me/mail', { body: change }));

/** Where the person is signed in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: () => body(client.GET('/api/me/sessions')),
});

export const endSession = (id: string) =>
  body(client.DELETE('/api/me/sessions/{id}', { params: { path: { id } } }));

export const endOtherSessions = () => body(client.POST('/api/me/sessions/end-others'));

export const ownLettersQuery = (page: number) =>
  queryOptions({
    queryKey: ['me', 'letters', page],
    queryFn: () => body(client.GET('/api/me/letters', { params: { query: { page } } })),
  });

export const absencesQuery = queryOptions({
  queryKey: ['me', 'absences'],
  queryFn: () => body(client.GET('/api/me/absences')),
});

/** Who can stand in on these days; without words the colleagues and superiors. */
export const delegatesQuery = (from: string, to: string, words: string, page: number) =>
  queryOptions({
    queryKey: ['me', 'delegates', from, to, words, page],
    queryFn: () => body(client.GET('/api/me/delegates', { params: { query: { from, to, words, page } } })),
  });

export interface NewAbsence {
  readonly fromDate: string;
  readonly toDate: string;
  readonly delegateId: string;
  readonly decides: boolean;
}

export const addAbsence = (absence: NewAbsence) =>
  body(client.POST('/api/me/absences', { body: { ...absence } }));

export const endAbsence = (id: string) =>
  body(client.DELETE('/api/me/absences/{id}', { params: { path: { id } } }));

/** What the link in a letter ends; for who is not signed in. */
export const unsubscribeQuery = (token: string) =>
  queryOptions({
    queryKey: ['unsubscribe', token],
    queryFn: () => body(client.GET('/api/unsubscribe/{token}/state', { params: { path: { token } } })),
    meta: { mayBeSignedOut: true },
  });

/** Ends the letters of a link, or takes them up again. */
export const setUnsubscribed = (token: string, ended: boolean) =>
  body(
    client.POST(ended ? '/api/unsubscribe/{token}' : '/api/unsubscribe/{token}/undo', {
      params: { path: { token } },
    }),
  );

export const handoverPostsQuery = queryOptions({
  queryKey: ['handover'],
  queryFn: () => body(client.GET('/api/handover')),
});

export const handoverQuery = (postId: string) =>
  queryOptions({
    queryKey: ['handover', postId],
    queryFn: () => body(client.GET('/api/handover/{postId}', { params: { path: { postId } } })),
  });

export const handoverItemsQuery = (postId: string, page: number) =>
  queryOptions({
    queryKey: ['handover', postId, 'items', page],
    queryFn: () =>
      body(client.GET('/api/handover/{postId}/items', { params: { path: { postId }, query: { page } } })),
  });
