export type StageState = 'none' | 'drafting' | 'submitted' | 'approved' | 'not_applicable';
export type StageEvent =
  'save' | 'submit' | 'approve_step' | 'approve_last' | 'return' | 'withdraw' | 'declare_not_applicable';

/** What each event leads to from each state; an absent pair is refused. Waiting, open and overdue are derived from dates. */
export const STAGE_TRANSITIONS: Readonly<Record<StageState, Partial<Record<StageEvent, StageState>>>> = {
  none: { save: 'drafting', submit: 'submitted', declare_not_applicable: 'not_applicable' },
  drafting: { save: 'drafting', submit: 'submitted', declare_not_applicable: 'not_applicable' },
  submitted: {
    approve_step: 'submitted',
    approve_last: 'approved',
    return: 'drafting',
    withdraw: 'drafting',
  },
  approved: {},
  not_applicable: { save: 'drafting' },
};

/** States in which nobody can be late any more. */
export const SETTLED_STATES: readonly StageState[] = ['approved', 'not_applicable'];

/** The state after an event, or `undefined` when the event is refused. */
export const nextState = (from: StageState, event: StageEvent): StageState | undefined =>
  STAGE_TRANSITIONS[from][event];

/** Proves that every state can be reached from `none`; the program checks it when it starts. */
export function unreachableStates(): StageState[] {
  const seen = new Set<StageState>(['none']);
  for (const state of seen) for (const next of Object.values(STAGE_TRANSITIONS[state])) seen.add(next);
  return (Object.keys(STAGE_TRANSITIONS) as StageState[]).filter((state) => !seen.has(state));
}
