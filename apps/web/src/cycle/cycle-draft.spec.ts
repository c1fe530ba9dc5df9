import { describe, expect, it } from '@jest/globals';
import { changesBetween, mergeDrafts } from './cycle-draft';
import type { CycleDraft } from './cycle-draft';

const BASE: CycleDraft = {
  version: 3,
  closesOn: '2023-03-31',
  labourUnitCost: '7800',
  stages: [
    { stage: 'check', draftsFrom: '2022-03-01', opensOn: '2022-04-01', dueOn: '2022-05-31' },
    { stage: 'act', draftsFrom: '2022-06-01', opensOn: '2022-06-01', dueOn: '2022-06-15' },
  ],
  phases: [{ phase: 'publication', opensOn: '2022-09-01', dueOn: '2022-09-30' }],
  chain: [
    { stage: 'check', kind: 'post_level', level: 'divisionManager', departmentCode: null, workingDays: 5 },
  ],
  fieldDuties: { 'check.results': 'both', 'check.ratings': 'none' },
};

const withDue = (draft: CycleDraft, stage: string, dueOn: string): CycleDraft => ({
  ...draft,
  stages: draft.stages.map((one) => (one.stage === stage ? { ...one, dueOn } : one)),
});

describe('the draft of a cycle', () => {
  it('names every change as the API names its places', () => {
    const mine = {
      ...withDue(BASE, 'check', '2022-06-03'),
      fieldDuties: { ...BASE.fieldDuties, 'check.ratings': 'lead' as const },
    };
    expect(changesBetween(BASE, mine).map(({ field }) => field)).toEqual([
      'stages.check.dueOn',
      'fieldDuties.check.ratings',
    ]);
  });

  it('sees a chain that lost its last step', () => {
    expect(changesBetween(BASE, { ...BASE, chain: [] })).toMatchObject([{ field: 'chain.check' }]);
  });

  it('merges what two people changed, mine where they meet', () => {
    const mine = withDue(withDue(BASE, 'check', '2022-06-03'), 'act', '2022-06-20');
    const theirs = { ...withDue(BASE, 'act', '2022-06-17'), version: 4, labourUnitCost: '7900' };
    const merged = mergeDrafts(BASE, mine, theirs);
    expect(merged.version).toBe(4);
    expect(merged.labourUnitCost).toBe('7900');
    expect(merged.stages.map(({ dueOn }) => dueOn)).toEqual(['2022-06-03', '2022-06-20']);
  });
});
