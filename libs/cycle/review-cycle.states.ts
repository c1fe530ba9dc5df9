export type CycleState = 'draft' | 'scheduled' | 'open' | 'closed' | 'published';

type Transitions = Readonly<Record<CycleState, readonly CycleState[]>>;

/** What may follow what. Reopening needs a reason and is logged. */
export const CYCLE_TRANSITIONS: Transitions = {
  draft: ['scheduled', 'open'],
  scheduled: ['draft', 'open'],
  open: ['closed'],
  closed: ['open', 'published'],
  published: ['open'],
};

export const mayBecome = (from: CycleState, to: CycleState): boolean => CYCLE_TRANSITIONS[from].includes(to);

/** What must stand before a move: the statements that move cycles take their `where` from the table. */
export const statesBefore = (to: CycleState): CycleState[] =>
  statesOf(CYCLE_TRANSITIONS).filter((from) => mayBecome(from, to));

/** Read-only until it is reopened. */
export const isOver = (state: CycleState): boolean => state === 'closed' || state === 'published';

const statesOf = (transitions: Transitions): CycleState[] => Object.keys(transitions) as CycleState[];

/** States that no way leads to from `draft`; the program does not start while there are any. */
export function unreachableCycleStates(transitions: Transitions = CYCLE_TRANSITIONS): CycleState[] {
  const seen = new Set<CycleState>(['draft']);
  // A set may grow while it is walked; what is added is walked too.
  for (const state of seen) for (const next of transitions[state]) seen.add(next);
  return statesOf(transitions).filter((state) => !seen.has(state));
}

/** States that nothing leads out of; the program does not start while there are any. */
export const cycleStatesWithoutWayOut = (transitions: Transitions = CYCLE_TRANSITIONS): CycleState[] =>
  statesOf(transitions).filter((state) => transitions[state].every((next) => next === state));
