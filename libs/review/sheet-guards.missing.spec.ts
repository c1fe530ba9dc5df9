import { describe, expect, it } from '@jest/globals';
import { aContext, aDuty, aField } from './guards.for-spec.js';
import type { Answers } from './review.types.js';
import { type GuardContext, missingFields, withOver } from './sheet-guards.rules.js';

const PROMISE = '0f8fad5b-d9cb-469f-a165-70867728950e';
const PROMISED = { id: PROMISE, what: '研修を年8回にする。', dueOn: '2022-03-31', over: true };

/** What keeps a sheet from being submitted, as `field: code`. */
const missing = (change: Partial<GuardContext>): string[] =>
  missingFields(aContext(change)).map(({ field, code }) => `${field}: ${code}`);

const FUNDING = { national: '0', prefectural: '0', bond: '0', other: '0', general: '0' };
const ACTUAL: Answers['indicatorActual'] = { value: null, milestone: null, reason: null, preliminary: false };

describe('what keeps a sheet from being submitted', () => {
  it('is nothing when nothing is demanded', () => {
    expect(missing({ form: [aField('obstacles')] })).toEqual([]);
  });

  it('are amounts of money or work below zero, required or not', () => {
    const form = [aField('budget', { type: 'money' }), aDuty('plannedPersonYears', 'decimal')];
    expect(missing({ form, answers: { budget: '-5', plannedPersonYears: '-0.1' } })).toEqual([
      'budget: below_zero',
      'plannedPersonYears: below_zero',
    ]);
    expect(missing({ form, answers: { budget: '0', plannedPersonYears: '0' } })).toEqual([]);
  });

  it('are required fields without an answer, in the order of the form', () => {
    const form = [aDuty('results'), aField('factorsOwn'), aDuty('settledCost', 'money')];
    expect(missing({ form })).toEqual(['results: required', 'settledCost: required']);
    expect(missing({ form, answers: { settledCost: null, results: '  　\n' } })).toEqual([
      'results: required',
      'settledCost: required',
    ]);
    expect(missing({ form, answers: { results: '開催した。', settledCost: '0' } })).toEqual([]);
    expect(missing({ form: [aDuty('sdgGoals', 'sdgs')], answers: { sdgGoals: [] } })).toEqual([
      'sdgGoals: required',
    ]);
  });

  it('is why a section’s grade changed, where it did', () => {
    const form = [aDuty('sectionGrade', 'choice'), aField('gradeChange')];
    const lastYear: Answers = { sectionGrade: 'B' };
    expect(missing({ form, answers: { sectionGrade: 'C' }, lastYear })).toEqual([
      'gradeChange: reason_required',
    ]);
    expect(missing({ form, answers: { sectionGrade: 'C', gradeChange: '減った。' }, lastYear })).toEqual([]);
    expect(missing({ form, answers: { sectionGrade: 'B' }, lastYear })).toEqual([]);
    expect(missing({ form, answers: { sectionGrade: 'C' }, lastYear: null })).toEqual([]);
  });

  describe('of an indicator', () => {
    const form = [aDuty('indicatorActual', 'indicatorActual'), aDuty('source')];

    it('is an actual with neither a value nor a reason', () => {
      expect(missing({ form, answers: { source: '調べ' } })).toEqual([
        'indicatorActual: no_value_nor_reason',
      ]);
      expect(missing({ form, answers: { source: '調べ', indicatorActual: ACTUAL } })).toEqual([
        'indicatorActual: no_value_nor_reason',
      ]);
      expect(missing({ form, answers: { source: '調べ', indicatorActual: null } })).toEqual([
        'indicatorActual: no_value_nor_reason',
      ]);
    });

    it('is demanded also where the settings leave the field free', () => {
      expect(missing({ form: [aField('indicatorActual', { type: 'indicatorActual' })] })).toEqual([
        'indicatorActual: no_value_nor_reason',
      ]);
    });

    it('is nothing with a value, also zero, with a milestone, or with a reason', () => {
      for (const given of [{ value: '0' }, { milestone: '検討' as const }]) {
        expect(
          missing({ form, answers: { source: '調べ', indicatorActual: { ...ACTUAL, ...given } } }),
        ).toEqual([]);
      }
      expect(
        missing({ form, answers: { indicatorActual: { ...ACTUAL, reason: 'survey_not_held' } } }),
      ).toEqual([]);
    });

    it('is a value without its source, also when a reason was left standing beside it', () => {
      expect(missing({ form, answers: { indicatorActual: { ...ACTUAL, value: '47.5' } } })).toEqual([
        'source: required',
      ]);
      expect(
        missing({
          form,
          answers: { indicatorActual: { ...ACTUAL, value: '47.5', reason: 'not_yet_compiled' } },
        }),
      ).toEqual(['source: required']);
      expect(
        missing({
          form,
          answers: { indicatorActual: { ...ACTUAL, milestone: '着手', reason: 'not_yet_compiled' } },
        }),
      ).toEqual(['source: required']);
    });
  });

  describe('of an item', () => {
    it('is a commitment that is not answered, or answered without why', () => {
      const asked = { commitments: [PROMISED] };
      expect(missing(asked)).toEqual([`commitment:${PROMISE}: commitment_unanswered`]);
      expect(missing({ ...asked, answers: { commitmentAnswers: null } })).toEqual([
        `commitment:${PROMISE}: commitment_unanswered`,
      ]);
      expect(
        missing({
          ...asked,
          answers: { commitmentAnswers: { [PROMISE]: { answer: 'dropped', text: ' ' } } },
        }),
      ).toEqual([`commitment:${PROMISE}: reason_required`]);
      expect(
        missing({
          ...asked,
          answers: { commitmentAnswers: { [PROMISE]: { answer: 'done', text: '終えた。' } } },
        }),
      ).toEqual([]);
    });

    it('is a changed commitment with neither other words nor another day', () => {
      const changed = (to: { readonly what?: string; readonly dueOn?: string }): string[] =>
        missing({
          commitments: [PROMISED],
          answers: { commitmentAnswers: { [PROMISE]: { answer: 'changed', text: '感染症のため。', ...to } } },
        });
      const nothing = [`commitment:${PROMISE}: nothing_changed`];
      expect(changed({})).toEqual(nothing);
      expect(changed({ what: ` ${PROMISED.what}`, dueOn: PROMISED.dueOn })).toEqual(nothing);
      expect(changed({ what: ' ' })).toEqual(nothing);
      expect(changed({ what: '研修を動画にする。' })).toEqual([]);
      expect(changed({ dueOn: '2022-09-30' })).toEqual([]);
      // What goes on until a day that lies ahead of the sheet needs neither.
      expect(
        missing({
          commitments: [{ ...PROMISED, over: false }],
          answers: { commitmentAnswers: { [PROMISE]: { answer: 'changed', text: '年度末まで続ける。' } } },
        }),
      ).toEqual([]);
    });

    it('takes the day of a promise for over by the due date of the sheet, or by today when that has passed', () => {
      const over = (dueOn: string, today: string) => withOver([{ dueOn }], '2022-10-31', today)[0]?.over;
      expect(over('2022-10-30', '2022-10-01')).toBe(true);
      expect(over('2022-10-31', '2022-10-01')).toBe(false);
      expect(over('2022-11-05', '2022-11-05')).toBe(false);
      expect(over('2022-11-05', '2022-11-06')).toBe(true);
    });

    it('is a grade without its reason, whatever the settings say', () => {
      const form = [aField('grade', { type: 'choice' }), aField('gradeReason')];
      expect(missing({ form, answers: { grade: 'B' } })).toEqual(['gradeReason: reason_required']);
      expect(missing({ form, answers: { grade: 'B', gradeReason: '目標を達した。' } })).toEqual([]);
      expect(missing({ form })).toEqual([]);
      expect(missing({ form: [aDuty('gradeReason')] })).toEqual(['gradeReason: required']);
    });

    it('is a rating without its reason; ratings themselves are free', () => {
      const form = [aField('ratings', { type: 'ratings' })];
      const rating = { aspect: 'necessity' as const, rating: 'a' as const };
      expect(missing({ form })).toEqual([]);
      expect(missing({ form, answers: { ratings: [{ ...rating, reason: '　' }] } })).toEqual([
        'ratings: reason_required',
      ]);
      expect(missing({ form, answers: { ratings: [{ ...rating, reason: '法定の事業。' }] } })).toEqual([]);
      expect(missing({ form: [aDuty('ratings', 'ratings')] })).toEqual(['ratings: required']);
    });

    it('is funding that does not add up to the budget', () => {
      const form = [aField('funding', { type: 'funding' })];
      expect(missing({ form, answers: { budget: '100', funding: { ...FUNDING, general: '99.9' } } })).toEqual(
        ['funding: funding_sum'],
      );
      expect(
        missing({
          form,
          answers: { budget: '0.3', funding: { ...FUNDING, national: '0.1', general: '0.2' } },
        }),
      ).toEqual([]);
      expect(
        missing({ form, answers: { budget: '100.0', funding: { ...FUNDING, bond: '40', general: '60' } } }),
      ).toEqual([]);
      expect(missing({ form, answers: { funding: FUNDING } })).toEqual([]);
      expect(missing({ form, answers: { budget: '100' } })).toEqual([]);
    });

    it('is an activity indicator of this year’s Plan without its actual', () => {
      const form = [aDuty('activityActuals', 'activityActuals')];
      const planAnswers: Answers = {
        activityIndicators: [
          { name: '説明会', unit: '回', target: '28' },
          { name: '受講者', unit: '人', target: '300' },
        ],
      };
      expect(missing({ form, planAnswers })).toEqual(['activityActuals: list_incomplete']);
      expect(
        missing({
          form,
          planAnswers,
          answers: {
            activityActuals: [
              { name: '説明会', value: '29' },
              { name: '受講者', value: null },
            ],
          },
        }),
      ).toEqual(['activityActuals: list_incomplete']);
      expect(
        missing({
          form,
          planAnswers,
          answers: {
            activityActuals: [
              { name: '受講者', value: '0' },
              { name: '説明会', value: '29' },
            ],
          },
        }),
      ).toEqual([]);
      expect(missing({ form, planAnswers: {} })).toEqual([]);
      expect(missing({ form })).toEqual([]);
      expect(
        missing({ form: [aField('activityActuals', { type: 'activityActuals' })], planAnswers }),
      ).toEqual([]);
    });
  });
});
