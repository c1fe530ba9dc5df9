import createClient from 'openapi-fetch';
import type { paths } from './schema';
import { readProblem, Unreachable } from './problem';

/** A server that restarts answers through a proxy with one of these; nothing was changed. */
const AWAY = new Set([502, 503, 504]);

/** The typed client of the API. */
export const client = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => fetch(request).catch((cause: unknown) => Promise.reject(new Unreachable(cause))),
});
client.use({
  onRequest: ({ request }) => {
    // A writing request carries what other sites cannot send; a reading one nothing, to be the one the page's hints made.
    if (request.method !== 'GET') request.headers.set('X-Mawasu', '1');
  },
});

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The body of an answer.
 *
 * @throws Problem when the API refuses, Unreachable when it was not reached
 */
export async function body<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  if (AWAY.has(response.status)) throw new Unreachable(response.status);
  throw readProblem(response.status, error);
}

/**
 * Reads JSON from an address that the description of the API leaves out, because it also answers with files.
 *
 * @throws Problem, Unreachable
 */
export const download = <T>(path: string): Promise<T> => ask<T>(path, {});

/**
 * Sends a file and reads JSON; for the uploads that a JSON client cannot make.
 *
 * @throws Problem, Unreachable
 */
export function upload<T>(
  path: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<T> {
  const form = new FormData();
  // The server reads fields while the file is still on its way, so they stand before it.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return ask<T>(path, { method: 'POST', body: form });
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, { ...request, headers: { 'X-Mawasu': '1' } }).catch((cause: unknown) =>
    Promise.reject(new Unreachable(cause)),
  );
  const json: unknown = await response.json().catch(() => null);
  if (!response.ok) throw readProblem(response.status, json);
  return json as T;
}
