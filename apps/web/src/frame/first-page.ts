import { countsQuery, queryClient, sessionQuery, todayQuery } from '../api';
import { FRAME, router } from './router';

/** How long the bar that came with the page stands alone for want of data, in ms; then the page says that it loads. */
const PATIENCE = 1000;

/**
 * Is kept when the page of this address can be drawn at once: its code is there, and what the frame and the first page
 * show is known or takes too long. A page that is drawn once need not be drawn again with every answer.
 */
export async function firstPageReady(): Promise<void> {
  await Promise.all([codeIsThere(), Promise.race([dataIsKnown(), elapsed(PATIENCE)])]);
}

const codeIsThere = (): Promise<void> =>
  new Promise((resolve) => {
    if (router.state.initialized) return resolve();
    const leave = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      leave();
      resolve();
    });
  });

/** What cannot be read is asked for again, and told, by who shows it. */
async function dataIsKnown(): Promise<void> {
  if (!router.state.matches.some(({ route }) => route.id === FRAME)) return;
  await queryClient.prefetchQuery(sessionQuery);
  if (queryClient.getQueryData(sessionQuery.queryKey) === undefined) return;
  const isToday = location.pathname === '/' && location.search === '';
  await Promise.all([
    queryClient.prefetchQuery(countsQuery),
    isToday && queryClient.prefetchQuery(todayQuery({ kind: null, stage: null, page: 1 })),
  ]);
}

const elapsed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
