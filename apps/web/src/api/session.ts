import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';
import { isProblem } from './problem';

export const signInPageQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: () => body(client.GET('/api/sign-in')),
  staleTime: Infinity,
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => body(client.GET('/api/session')),
  staleTime: Infinity,
  // That nobody is signed in need not be asked once more by who shows it.
  retryOnMount: ({ state }) => !isProblem(state.error, 401),
  meta: { mayBeSignedOut: true },
});

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: () => body(client.GET('/api/counts')),
});

export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: () => body(client.GET('/api/clock')),
});

/** Credentials of a person of the city. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
}

export const signIn = (credentials: Credentials) => body(client.POST('/api/session', { body: credentials }));

/** Signs in as a person of the sample city; refused everywhere else. */
export const signInAsSample = (staffNumber: string) =>
  body(client.POST('/api/session/sample', { body: { staffNumber } }));

/** Sends a link to choose a password to the address on file; answers the same whoever was named. */
export const askForPasswordLink = (name: string) =>
  body(client.POST('/api/password-links', { body: { name } }));

export const redeemPasswordLink = (token: string, password: string) =>
  body(client.POST('/api/password-links/redeem', { body: { token, password } }));

export const signOut = () => body(client.DELETE('/api/session'));

export const chooseLanguage = (language: 'ja' | 'en') =>
  body(client.PUT('/api/me/language', { body: { language } }));

/** Moves the date of the sample city. `hour` is the hour of the day in Japan, 0–23. */
export const moveClock = (date: string, hour: number) =>
  body(client.POST('/api/clock', { body: { date, hour } }));
