import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { LetterFilter, LetterResend, MailSettingChange, RehearsalRequest } from './types';

export const lettersQuery = (filter: LetterFilter) =>
  queryOptions({
    queryKey: ['letters', 'list', filter],
    queryFn: () => body(client.GET('/api/letters', { params: { query: filter } })),
  });

export const letterQuery = (id: string) =>
  queryOptions({
    queryKey: ['letters', 'one', id],
    queryFn: () => body(client.GET('/api/letters/{id}', { params: { path: { id } } })),
  });

export const letterPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['letters', 'preview', id],
    queryFn: () => body(client.GET('/api/letters/{id}/preview', { params: { path: { id } } })),
  });

export const mailSettingQuery = queryOptions({
  queryKey: ['letters', 'setting'],
  queryFn: () => body(client.GET('/api/letters/setting')),
});

export const changeMailSetting = (change: MailSettingChange) =>
  body(client.PUT('/api/letters/setting', { body: change }));

export const sendLettersAgain = (asked: LetterResend) =>
  body(client.POST('/api/letters/resend', { body: asked }));

export const lettersArrived = (ids: string[]) => body(client.POST('/api/letters/arrived', { body: { ids } }));

/** What a coming morning would send; nothing of it is kept. */
export const rehearseLetters = (asked: RehearsalRequest) =>
  body(client.POST('/api/letters/rehearsal', { body: asked }));
