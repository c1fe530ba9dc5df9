import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContext, aDuty, aField } from './guards.for-spec.js';
import type { Answers } from './review.types.js';
import { type GuardContext, missingFields, progressOf } from './sheet-guards.rules.js';

const PROMISED = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  what: '研修を年8回にする。',
  dueOn: '2022-03-31',
  over: true,
};
const progress = (change: Partial<GuardContext>) => progressOf(aContext(change));

describe('how far a sheet is', () => {
  it('counts what is demanded: required fields and promises to answer', () => {
    const given = {
      form: [aDuty('results'), aDuty('grade'), aField('factorsOwn')],
      commitments: [PROMISED],
    };
    expect(progress(given)).toEqual({ done: 0, total: 3 });
    expect(progress({ ...given, answers: { results: '開催した。', factorsOwn: '周知。' } })).toEqual({
      done: 1,
      total: 3,
    });
  });

  it('is nothing of nothing when nothing is demanded', () => {
    expect(progress({ form: [aField('obstacles')] })).toEqual({ done: 0, total: 0 });
  });

  it('takes no answered field back because another one is in the way', () => {
    const form = [aDuty('budget', 'money'), aField('funding', { type: 'funding' })];
    const funding = { national: '0', prefectural: '0', bond: '0', other: '0', general: '1' };
    expect(progress({ form, answers: { budget: '2' } })).toEqual({ done: 1, total: 1 });
    expect(progress({ form, answers: { budget: '2', funding } })).toEqual({ done: 1, total: 2 });
  });

  it('is full exactly when nothing is missing', () => {
    const text = fc.constantFrom('', ' ', 'あ');
    const answers: fc.Arbitrary<Answers> = fc
      .record(
        {
          results: text,
          gradeReason: text,
          grade: fc.constantFrom('A' as const, null),
          budget: fc.constantFrom('1', '2', null),
          funding: fc.constant({ national: '0', prefectural: '0', bond: '0', other: '0', general: '1' }),
          ratings: fc.constantFrom<NonNullable<Answers['ratings']>>(
            [],
            [{ aspect: 'fairness' as const, rating: 'b' as const, reason: '' }],
          ),
          indicatorActual: fc.constantFrom(null, {
            value: '1',
            milestone: null,
            reason: null,
            preliminary: false,
          }),
          source: text,
        },
        { requiredKeys: [] },
      )
      .map((given): Answers => given);
    const form = fc
      .subarray([
        'results',
        'grade',
        'gradeReason',
        'budget',
        'funding',
        'ratings',
        'indicatorActual',
        'source',
      ])
      .chain((keys) =>
        fc.tuple(...keys.map((key) => fc.boolean().map((required) => aField(key, { required })))),
      );
    const commitments = fc.constantFrom([], [PROMISED]);
    fc.assert(
      fc.property(form, answers, commitments, (fields, given, asked) => {
        const context = aContext({ form: fields, answers: given, commitments: asked });
        const { done, total } = progressOf(context);
        expect(done).toBeGreaterThanOrEqual(0);
        expect(done).toBeLessThanOrEqual(total);
        expect(done === total).toBe(missingFields(context).length === 0);
      }),
    );
  });
});
