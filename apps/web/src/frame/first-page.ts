import { countsQuery, pageStands, queryClient, sessionQuery, todayQuery } from '../api';
import { FRAME, router } from './router';

/** How long the bar that came with the page stands alone, in ms; then the page says that it loads. */
const PATIENCE = 1000;

/**
 * Is kept when the page of this address can be drawn at once, its code being there and what the frame and Today show being
 * known, or when that takes too long. A page that is drawn once need not be drawn again with every answer.
 */
export async function firstPageReady(): Promise<void> {
  await Promise.race([Promise.all([codeIsThere(), dataIsKnown()]), elapsed(PATIENCE)]);
}

/**
 * To be called when the page was drawn for the first time.
 *
 * @param location where the router stood when the drawing began: whoever went on meanwhile is followed
 */
export function firstPageDrawn(location: typeof router.state.location): void {
  pageStands();
  if (router.state.location !== location) void router.revalidate();
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

/** The same that the page's hints have asked for (`apps/api/page-hints.ts`). What fails is asked again by who shows it. */
async function dataIsKnown(): Promise<void> {
  const { location, matches } = router.state;
  if (!matches.some(({ route }) => route.id === FRAME)) return;
  await queryClient.prefetchQuery(sessionQuery);
  if (queryClient.getQueryData(sessionQuery.queryKey) === undefined) return;
  const isToday = location.pathname === '/' && location.search === '';
  await Promise.all([
    queryClient.prefetchQuery(countsQuery),
    isToday && queryClient.prefetchQuery(todayQuery({ kind: null, stage: null, page: 1 })),
  ]);
}

const elapsed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
