import { describe, expect, it } from '@jest/globals';
import type { CycleDraft } from './cycle-draft';
import { moveDue, workingDayFrom, workingDays, workingDaysBetween } from './move-dates';

const isWorking = workingDays(['2022-05-03', '2022-05-04', '2022-05-05']);

const DRAFT: CycleDraft = {
  version: 1,
  closesOn: '2023-03-31',
  labourUnitCost: '7800',
  stages: [
    { stage: 'check', draftsFrom: '2022-03-01', opensOn: '2022-04-01', dueOn: '2022-05-31' },
    { stage: 'act', draftsFrom: '2022-06-01', opensOn: '2022-06-01', dueOn: '2022-06-15' },
    { stage: 'review', draftsFrom: '2022-06-16', opensOn: '2022-06-16', dueOn: '2022-06-30' },
  ],
  phases: [],
  chain: [],
  fieldDuties: {},
};

describe('moving a due date', () => {
  it('jumps over weekends and holidays', () => {
    expect(workingDayFrom('2022-05-03', isWorking)).toBe('2022-05-06');
    expect(workingDayFrom('2022-06-05', isWorking, -1)).toBe('2022-06-03');
    expect(workingDaysBetween('2022-05-31', '2022-06-03', isWorking)).toBe(3);
    expect(workingDaysBetween('2022-06-03', '2022-05-31', isWorking)).toBe(-3);
  });

  it('lets the next stage start on the working day after, and leaves the rest', () => {
    const { draft, shifts } = moveDue(DRAFT, { is: 'stage', name: 'check' }, '2022-06-03', isWorking);
    expect(shifts).toEqual([{ stage: 'act', from: '2022-06-01', to: '2022-06-06' }]);
    expect(draft.stages[1]).toEqual({
      stage: 'act',
      draftsFrom: '2022-06-06',
      opensOn: '2022-06-06',
      dueOn: '2022-06-15',
    });
    expect(draft.stages[2]).toEqual(DRAFT.stages[2]);
  });

  it('does not push a stage out of its own time', () => {
    const { draft, shifts } = moveDue(DRAFT, { is: 'stage', name: 'check' }, '2022-06-15', isWorking);
    expect(shifts).toEqual([]);
    expect(draft.stages[1]).toEqual(DRAFT.stages[1]);
  });
});
