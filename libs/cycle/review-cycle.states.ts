export type CycleState = 'draft' | 'scheduled' | 'open' | 'closed' | 'published';

/** What may follow what. Reopening needs a reason and is logged. */
export const CYCLE_TRANSITIONS: Readonly<Record<CycleState, readonly CycleState[]>> = {
  draft: ['scheduled', 'open'],
  scheduled: ['draft', 'open'],
  open: ['closed'],
  closed: ['open', 'published'],
  published: ['open'],
};

export const mayBecome = (from: CycleState, to: CycleState): boolean => CYCLE_TRANSITIONS[from].includes(to);
