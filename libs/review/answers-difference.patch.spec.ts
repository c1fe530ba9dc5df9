import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canonical,
  changedKeys,
  changedSince,
  differences,
  patched,
  summedColumns,
} from './answers-difference.rules.js';
import type { Answers } from './review.types.js';

const KEYS = ['goal', 'budget', 'sdgGoals', 'funding', 'participation'] as const;
const FORM = KEYS.map((key) => ({ key, type: 'text' as const }));

const funding = (general: string) => ({ national: '0', prefectural: '0', bond: '0', other: '0', general });

/** Answers as they come in: absent, taken back, blank or given. */
const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    {
      goal: fc.constantFrom('あ', 'い', '', null, undefined),
      budget: fc.constantFrom('0', '7960', null, undefined),
      sdgGoals: fc.constantFrom<number[] | null>([11], [11, 17], [], null),
      funding: fc.constantFrom(funding('1'), funding('2'), null),
      participation: fc.constantFrom('none' as const, 'pi' as const, null),
    },
    { requiredKeys: [] },
  )
  .map((given): Answers => given);

/** Answers as they are kept: nothing is taken back there any more. */
const stored = anyAnswers.map((given) => patched({}, given));

describe('saving a part of the answers', () => {
  it('writes what is given, takes back what is null and leaves the rest', () => {
    expect(
      patched({ goal: '増やす。', budget: '100', sdgGoals: [11] }, { goal: '減らす。', budget: null }),
    ).toEqual({ goal: '減らす。', sdgGoals: [11] });
    expect(patched({ goal: '増やす。' }, {})).toEqual({ goal: '増やす。' });
  });

  it('leaves alone what it does not mention, also when that is spelt out', () => {
    expect(patched({ goal: '増やす。' }, { goal: undefined })).toEqual({ goal: '増やす。' });
    expect(changedKeys({ goal: '増やす。' }, { goal: undefined })).toEqual([]);
  });

  it('changes nothing when it says what is there already', () => {
    expect(changedKeys({ goal: '増やす。', sdgGoals: [11] }, { goal: '増やす。', sdgGoals: [11] })).toEqual(
      [],
    );
    expect(changedKeys({}, { goal: null })).toEqual([]);
    expect(changedKeys({}, { goal: '', sdgGoals: [] })).toEqual([]);
  });

  it('names the keys that really change', () => {
    expect(
      changedKeys({ goal: '増やす。', budget: '100' }, { budget: '100', goal: null, sdgGoals: [17] }),
    ).toEqual(['goal', 'sdgGoals']);
    expect(changedKeys({ goal: '増やす。' }, { goal: '' })).toEqual(['goal']);
  });

  it('says three times the same: the keys that change, the answers after it, and the difference', () => {
    fc.assert(
      fc.property(stored, anyAnswers, (before, patch) => {
        const after = patched(before, patch);
        const seen = differences(FORM, before, after).map((c) => c.field);
        expect(changedKeys(before, patch).toSorted()).toEqual(seen.toSorted());
        expect(changedKeys(after, patch)).toEqual([]);
        expect(canonical(patched(after, patch))).toBe(canonical(after));
        expect(Object.values(after).every((value) => value !== null && value !== undefined)).toBe(true);
        for (const key of KEYS.filter((k) => patch[k] === undefined)) expect(after[key]).toEqual(before[key]);
      }),
    );
  });

  it('changes neither the answers before it nor itself', () => {
    const before: Answers = Object.freeze({ goal: '増やす。' });
    const patch: Answers = Object.freeze({ goal: null });
    patched(before, patch);
    expect([before, patch]).toEqual([{ goal: '増やす。' }, { goal: null }]);
  });
});

describe('what somebody else changed since a version', () => {
  it('are the answers of later versions, those they took back included', () => {
    expect(changedSince(FORM, { goal: '増やす。' }, { goal: 4, budget: 5, sdgGoals: 3 }, 3)).toEqual([
      { field: 'goal', type: 'text', before: null, after: '増やす。' },
      { field: 'budget', type: 'text', before: null, after: null },
    ]);
    expect(changedSince(FORM, { goal: '増やす。' }, { goal: 4 }, 4)).toEqual([]);
  });
});

describe('the columns beside the answers', () => {
  it('hold what is summed or filtered', () => {
    expect(
      summedColumns({ budget: '100', plannedPersonYears: '1.2', participation: 'pi', goal: '増やす。' }),
    ).toEqual({
      budget: '100',
      settledCost: null,
      personYears: '1.2',
      grade: null,
      direction: null,
      participation: 'pi',
    });
    expect(
      summedColumns({
        settledCost: '0',
        settledPersonYears: '1.3',
        participationActual: 'none',
        grade: 'B',
      }),
    ).toEqual({
      budget: null,
      settledCost: '0',
      personYears: '1.3',
      grade: 'B',
      direction: null,
      participation: 'none',
    });
    expect(summedColumns({ direction: 'improve' }).direction).toBe('improve');
    expect(summedColumns({ sectionGrade: 'C' }).grade).toBe('C');
  });
});
