import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';

const SECOND = 1000;

/** Called once when the API says that nobody is signed in any more. */
type SignedOut = () => void;
let signedOut: SignedOut = () => undefined;

export function onSignedOut(action: SignedOut): void {
  signedOut = action;
}

const atLeaving = new Set<() => void>();

/** Has something of the person who is signed in ended when they leave: it must not go on under the next one. */
export function whenLeaving(end: () => void): void {
  atLeaving.add(end);
}

/** Whoever was signed in is no more. */
export function forgetPerson(): void {
  for (const end of atLeaving) end();
}

/** For requests that do not go through the caches below. */
export function reportSignedOut(): void {
  signedOut();
}

function watch(error: unknown, expected: boolean): void {
  if (isProblem(error, 401) && !expected) reportSignedOut();
}

let opening = true;

/** The page stands: from now on what is shown anew is read anew. */
export function pageStands(): void {
  opening = false;
}

/**
 * How long what was read counts as new, in ms, where every look wants the newest: what was read for a page that opens is
 * not read again when it is drawn.
 */
export const freshWhileOpening = (): number => (opening ? Infinity : 0);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => watch(error, query.meta?.mayBeSignedOut === true),
  }),
  mutationCache: new MutationCache({
    onError: (error, _values, _context, mutation) => watch(error, mutation.meta?.mayBeSignedOut === true),
  }),
  defaultOptions: {
    queries: {
      staleTime: 15 * SECOND,
      retry: (count, error) => count < 2 && !isProblem(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
