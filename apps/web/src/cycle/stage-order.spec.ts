import { describe, expect, it } from '@jest/globals';
import type { CycleDraft } from './cycle-draft';
import { overlapAfter } from './stage-order';

const stages = (checkDue: string): CycleDraft['stages'] => [
  { stage: 'check', draftsFrom: '2022-03-01', opensOn: '2022-04-01', dueOn: checkDue },
  { stage: 'act', draftsFrom: '2022-06-01', opensOn: '2022-06-01', dueOn: '2022-06-15' },
];

describe('the order of the stages', () => {
  it.each([
    ['ends before the next begins', '2022-05-31', null],
    ['ends on the day on which the next begins', '2022-06-01', null],
    ['ends when the next has begun', '2022-06-02', { is: 'begins', stage: 'act', on: '2022-06-01' }],
    ['ends with the next', '2022-06-15', { is: 'due', stage: 'act', on: '2022-06-15' }],
    ['ends after the next', '2022-07-01', { is: 'due', stage: 'act', on: '2022-06-15' }],
  ])('a stage that %s', (_, due, overlap) => {
    expect(overlapAfter(stages(due), 'check')).toEqual(overlap);
  });

  it('the last stage has none after it', () => {
    expect(overlapAfter(stages('2022-05-31'), 'act')).toBeNull();
  });
});
