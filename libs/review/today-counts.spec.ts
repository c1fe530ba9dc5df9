import { describe, expect, it } from '@jest/globals';
import { countsOf } from './today-counts.rules.js';

const CELLS = [
  { kind: 'overdue', stage: 'plan', count: 2 },
  { kind: 'overdue', stage: 'check', count: 1 },
  { kind: 'later', stage: 'check', count: 4 },
] as const;
const ORDER = ['overdue', 'returned', 'later'] as const;

describe('the counts on the choices of a list', () => {
  it('add up to the list when nothing is chosen', () => {
    const counts = countsOf(CELLS, ORDER, { kind: null, stage: null });
    expect(counts).toEqual({
      kinds: [
        { kind: 'overdue', count: 3 },
        { kind: 'later', count: 4 },
      ],
      stages: [
        { stage: 'plan', count: 2 },
        { stage: 'check', count: 5 },
      ],
      total: 7,
    });
  });

  it('say what the list would hold if one were chosen beside the other', () => {
    expect(countsOf(CELLS, ORDER, { kind: 'overdue', stage: 'check' })).toEqual({
      kinds: [
        { kind: 'overdue', count: 1 },
        { kind: 'later', count: 4 },
      ],
      stages: [
        { stage: 'plan', count: 2 },
        { stage: 'check', count: 1 },
      ],
      total: 1,
    });
  });

  it('leave apart what lies with others, until it is chosen', () => {
    const cells = [...CELLS, { kind: 'waiting', stage: 'do', count: 5 } as const];
    const order = [...ORDER, 'waiting'] as const;
    const counts = countsOf(cells, order, { kind: null, stage: null }, ['waiting']);
    expect(counts.total).toBe(7);
    expect(counts.stages.map(({ stage }) => stage)).toEqual(['plan', 'check']);
    expect(counts.kinds).toContainEqual({ kind: 'waiting', count: 5 });
    expect(countsOf(cells, order, { kind: 'waiting', stage: null }, ['waiting'])).toMatchObject({
      stages: [{ stage: 'do', count: 5 }],
      total: 5,
    });
  });
});
