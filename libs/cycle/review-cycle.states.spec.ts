import { describe, expect, it } from '@jest/globals';
import {
  CYCLE_TRANSITIONS,
  type CycleState,
  cycleStatesWithoutWayOut,
  isOver,
  mayBecome,
  statesBefore,
  unreachableCycleStates,
} from './review-cycle.states.js';

const STATES: readonly CycleState[] = ['draft', 'scheduled', 'open', 'closed', 'published'];

describe('the states of a year', () => {
  it('follow each other from draft to published', () => {
    for (const [at, state] of STATES.entries()) {
      const next = STATES[at + 1];
      if (next) expect(mayBecome(state, next)).toBe(true);
    }
  });

  it('may besides be opened before the date, taken back to draft while they sleep, and reopened', () => {
    const forward = STATES.slice(1).map((to, at) => `${STATES[at]} → ${to}`);
    const all = STATES.flatMap((from) =>
      STATES.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
    );
    expect(all.filter((step) => !forward.includes(step))).toEqual([
      'draft → open',
      'scheduled → draft',
      'closed → open',
      'published → open',
    ]);
  });

  it('are never skipped: a running year is not published, a closed one never sleeps again', () => {
    expect(mayBecome('open', 'published')).toBe(false);
    expect(mayBecome('open', 'scheduled')).toBe(false);
    expect(mayBecome('closed', 'draft')).toBe(false);
    expect(mayBecome('published', 'closed')).toBe(false);
    for (const state of STATES) expect(mayBecome(state, state)).toBe(false);
  });

  it('can all be reached and all be left', () => {
    expect(unreachableCycleStates()).toEqual([]);
    expect(cycleStatesWithoutWayOut()).toEqual([]);
  });

  it('would not pass the proof with a transition missing', () => {
    expect(unreachableCycleStates({ ...CYCLE_TRANSITIONS, closed: ['open'] })).toEqual(['published']);
    expect(unreachableCycleStates({ ...CYCLE_TRANSITIONS, draft: [], scheduled: [] })).toEqual([
      'scheduled',
      'open',
      'closed',
      'published',
    ]);
    expect(cycleStatesWithoutWayOut({ ...CYCLE_TRANSITIONS, published: [] })).toEqual(['published']);
    expect(cycleStatesWithoutWayOut({ ...CYCLE_TRANSITIONS, published: ['published'] })).toEqual([
      'published',
    ]);
  });
});

describe('the moves of a year', () => {
  it('take their starting states from the table', () => {
    expect(statesBefore('closed')).toEqual(['open']);
    expect(statesBefore('open')).toEqual(['draft', 'scheduled', 'closed', 'published']);
  });

  it('know which years are over', () => {
    expect(STATES.filter(isOver)).toEqual(['closed', 'published']);
  });
});
