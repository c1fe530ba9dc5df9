import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import type { LetterRow } from './types';

export const lettersQuery = (page: number, state?: LetterRow['state']) =>
  queryOptions({
    queryKey: ['letters', page, state ?? 'all'],
    queryFn: () =>
      body(
        client.GET('/api/letters', { params: { query: state === undefined ? { page } : { page, state } } }),
      ),
  });

export const letterPreviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['letters', 'preview', id],
    queryFn: () => body(client.GET('/api/letters/{id}/preview', { params: { path: { id } } })),
  });
