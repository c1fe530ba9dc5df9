export type StageState = 'none' | 'drafting' | 'submitted' | 'approved' | 'not_applicable';
export type StageEvent =
  'save' | 'submit' | 'approve_step' | 'approve_last' | 'return' | 'withdraw' | 'declare_not_applicable';

type Transitions = Readonly<Record<StageState, Partial<Record<StageEvent, StageState>>>>;

/** What each event leads to from each state; an absent pair is refused. Waiting, open and overdue are derived from dates. */
export const STAGE_TRANSITIONS: Transitions = {
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

/** Every state that can follow from some states, these included. */
function reachedFrom(starts: readonly StageState[], transitions: Transitions): ReadonlySet<StageState> {
  const seen = new Set(starts);
  // A set may grow while it is walked; what is added is walked too.
  for (const state of seen) for (const next of Object.values(transitions[state])) seen.add(next);
  return seen;
}

const statesOf = (transitions: Transitions): StageState[] => Object.keys(transitions) as StageState[];

/** States that no way leads to from `none`; the program does not start while there are any. */
export function unreachableStates(transitions: Transitions = STAGE_TRANSITIONS): StageState[] {
  const seen = reachedFrom(['none'], transitions);
  return statesOf(transitions).filter((state) => !seen.has(state));
}

/** States in which work is stuck, for no way leads to a settled one; the program does not start while there are any. */
export const statesWithoutWayOut = (transitions: Transitions = STAGE_TRANSITIONS): StageState[] =>
  statesOf(transitions).filter((state) => {
    const seen = reachedFrom([state], transitions);
    return !SETTLED_STATES.some((settled) => seen.has(settled));
  });
