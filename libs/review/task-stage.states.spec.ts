import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  nextState,
  SETTLED_STATES,
  STAGE_TRANSITIONS,
  type StageEvent,
  type StageState,
  statesWithoutWayOut,
  unreachableStates,
} from './task-stage.states.js';

const STATES: readonly StageState[] = ['none', 'drafting', 'submitted', 'approved', 'not_applicable'];
const EVENTS: readonly StageEvent[] = [
  'save',
  'submit',
  'approve_step',
  'approve_last',
  'return',
  'withdraw',
  'declare_not_applicable',
];

/** Where a stage is after these events; a refused event changes nothing. */
const after = (...events: StageEvent[]): StageState =>
  events.reduce<StageState>((state, event) => nextState(state, event) ?? state, 'none');

const allowed = (state: StageState): StageEvent[] => EVENTS.filter((event) => nextState(state, event));

describe('the states of a stage', () => {
  it('go from nothing through drafting and the steps of the chain to approved', () => {
    expect(after('save')).toBe('drafting');
    expect(after('save', 'save')).toBe('drafting');
    expect(after('save', 'submit')).toBe('submitted');
    expect(after('save', 'submit', 'approve_step', 'approve_step')).toBe('submitted');
    expect(after('save', 'submit', 'approve_step', 'approve_last')).toBe('approved');
  });

  it('come back to drafting by a return or a withdrawal, from where the chain starts again', () => {
    expect(after('save', 'submit', 'approve_step', 'return')).toBe('drafting');
    expect(after('save', 'submit', 'withdraw')).toBe('drafting');
    expect(after('save', 'submit', 'return', 'save', 'submit', 'approve_last')).toBe('approved');
  });

  it('end as not applicable, until somebody writes after all', () => {
    expect(after('declare_not_applicable')).toBe('not_applicable');
    expect(after('save', 'declare_not_applicable')).toBe('not_applicable');
    expect(after('declare_not_applicable', 'save')).toBe('drafting');
  });

  it('refuse everything else', () => {
    expect(allowed('none')).toEqual(['save', 'submit', 'declare_not_applicable']);
    expect(allowed('drafting')).toEqual(['save', 'submit', 'declare_not_applicable']);
    expect(allowed('submitted')).toEqual(['approve_step', 'approve_last', 'return', 'withdraw']);
    expect(allowed('approved')).toEqual([]);
    expect(allowed('not_applicable')).toEqual(['save']);
  });

  it('are settled when nobody can be late any more', () => {
    expect(SETTLED_STATES).toEqual(['approved', 'not_applicable']);
  });

  it('never lose an approval, and never approve what was not submitted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 20 }), (events) => {
        const path = events.reduce<StageState[]>(
          (states, event) => {
            const now = states.at(-1) ?? 'none';
            return [...states, nextState(now, event) ?? now];
          },
          ['none'],
        );
        const first = path.indexOf('approved');
        if (first === -1) return;
        expect(path[first - 1]).toBe('submitted');
        expect(path.slice(first).every((state) => state === 'approved')).toBe(true);
      }),
    );
  });

  it('can all be reached, and from each there is a way to a settled one', () => {
    expect(Object.keys(STAGE_TRANSITIONS)).toEqual(STATES);
    expect(unreachableStates()).toEqual([]);
    expect(statesWithoutWayOut()).toEqual([]);
  });

  it('would not pass the proof with a transition missing', () => {
    expect(
      unreachableStates({ ...STAGE_TRANSITIONS, submitted: { return: 'drafting', withdraw: 'drafting' } }),
    ).toEqual(['approved']);
    expect(unreachableStates({ ...STAGE_TRANSITIONS, none: {} })).toEqual([
      'drafting',
      'submitted',
      'approved',
      'not_applicable',
    ]);
    expect(statesWithoutWayOut({ ...STAGE_TRANSITIONS, submitted: {} })).toEqual(['submitted']);
    expect(
      statesWithoutWayOut({
        ...STAGE_TRANSITIONS,
        drafting: { save: 'drafting', submit: 'submitted' },
        submitted: { approve_step: 'submitted', return: 'drafting' },
      }),
    ).toEqual(['drafting', 'submitted']);
  });
});
