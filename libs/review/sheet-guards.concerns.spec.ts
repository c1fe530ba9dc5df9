import { describe, expect, it } from '@jest/globals';
import { aContext, aField } from './guards.for-spec.js';
import { concernsOf, type GuardContext, missingFields } from './sheet-guards.rules.js';
import type { Answers } from './review.types.js';

const concerns = (change: Partial<GuardContext>) => concernsOf(aContext(change));
const codes = (change: Partial<GuardContext>): string[] => concerns(change).map((c) => c.code);

const WORSE = { name: '在住外国人数', status: 'worse' };
const ON_TRACK = { name: '参画の割合', status: 'on_track' };
const PLANNED = { activityIndicators: [{ name: '説明会', unit: '回', target: '28' }] };

describe('contradictions that the approver sees', () => {
  it('are grade A beside an indicator that fell back, of an item and of a section', () => {
    const params = { name: '在住外国人数' };
    expect(concerns({ answers: { grade: 'A' }, indicators: [ON_TRACK, WORSE] })).toEqual([
      { code: 'grade_a_but_indicator_worse', params },
    ]);
    expect(concerns({ answers: { sectionGrade: 'A' }, indicators: [ON_TRACK, WORSE] })).toEqual([
      { code: 'grade_a_but_indicator_worse', params },
    ]);
    expect(codes({ answers: { grade: 'B' }, indicators: [WORSE] })).toEqual([]);
    expect(codes({ answers: { sectionGrade: 'B' }, indicators: [WORSE] })).toEqual([]);
    for (const status of ['behind', 'flat', 'not_judged'])
      expect(codes({ answers: { grade: 'A' }, indicators: [{ name: 'x', status }] })).toEqual([]);
  });

  it('are grade A beside an activity that missed its target, compared as numbers', () => {
    const missed = (value: string | null): string[] =>
      codes({
        planAnswers: PLANNED,
        answers: { grade: 'A', activityActuals: [{ name: '説明会', value }] },
      });
    expect(missed('9')).toEqual(['grade_a_but_activity_missed']);
    expect(missed('0')).toEqual(['grade_a_but_activity_missed']);
    expect(missed('28.0')).toEqual([]);
    expect(missed('100')).toEqual([]);
    expect(missed(null)).toEqual([]);
    expect(
      concerns({
        planAnswers: PLANNED,
        answers: { grade: 'A', activityActuals: [{ name: '説明会', value: '9' }] },
      })[0]?.params,
    ).toEqual({ name: '説明会', actual: '9', target: '28', unit: '回' });
  });

  it('are Checks below a review that nobody has confirmed', () => {
    expect(concerns({ openChecks: 3 })).toEqual([{ code: 'checks_open', params: { number: 3 } }]);
    expect(codes({ openChecks: 0 })).toEqual([]);
  });

  it('are an item that was complete a year ago and is now to be expanded', () => {
    expect(codes({ lastYear: { direction: 'complete' }, answers: { direction: 'expand' } })).toEqual([
      'complete_but_expand',
    ]);
    expect(codes({ lastYear: { direction: 'complete' }, answers: { direction: 'continue' } })).toEqual([]);
    expect(codes({ lastYear: { direction: 'improve' }, answers: { direction: 'expand' } })).toEqual([]);
    expect(codes({ answers: { direction: 'expand' } })).toEqual([]);
  });

  it('are amounts of another size than last year', () => {
    const form = [aField('budget', { type: 'money' }), aField('plannedPersonYears', { type: 'decimal' })];
    const far = (budget: string, last: string | undefined): string[] =>
      codes({ form, answers: { budget }, lastYear: last === undefined ? {} : { budget: last } });
    expect(concerns({ form, answers: { budget: '8600000' }, lastYear: { budget: '8600' } })).toEqual([
      { code: 'amount_far', params: { field: 'budget', last: '8600' } },
    ]);
    expect(far('86000', '8600')).toEqual(['amount_far']);
    expect(far('860', '8600')).toEqual(['amount_far']);
    for (const [now, last] of [
      ['85999', '8600'],
      ['861', '8600'],
      ['8600', undefined],
      ['0', '8600'],
      ['8600', '0'],
    ] as const)
      expect([now, last, far(now, last)]).toEqual([now, last, []]);
    expect(codes({ form, answers: { budget: '8600' }, lastYear: null })).toEqual([]);
    expect(
      codes({ form, answers: { plannedPersonYears: '12' }, lastYear: { plannedPersonYears: '1.2' } }),
    ).toEqual(['amount_far']);
  });

  it('are costs more than a tenth over the budget', () => {
    const over = (settledCost: string, budget = '1000') =>
      concerns({ answers: { settledCost }, planAnswers: { budget } });
    expect(over('1100')).toEqual([]);
    expect(over('1100.1')).toEqual([{ code: 'cost_over_budget', params: { percent: '110.0' } }]);
    expect(over('2500')).toEqual([{ code: 'cost_over_budget', params: { percent: '250.0' } }]);
    expect(over('10', '0')).toEqual([]);
    expect(codes({ answers: { settledCost: '10' } })).toEqual([]);
  });

  it('are results or issues in last year’s words', () => {
    expect(concerns({ answers: { results: '同じ。' }, lastYear: { results: '同じ。' } })).toEqual([
      { code: 'same_text_as_last_year', params: { field: 'results' } },
    ]);
    expect(codes({ answers: { issues: '同じ。' }, lastYear: { issues: '同じ。' } })).toEqual([
      'same_text_as_last_year',
    ]);
    expect(codes({ answers: { results: '違う。' }, lastYear: { results: '同じ。' } })).toEqual([]);
    expect(codes({ answers: { results: '' }, lastYear: { results: '' } })).toEqual([]);
    expect(codes({ answers: { goal: '同じ。' }, lastYear: { goal: '同じ。' } })).toEqual([]);
  });

  it('are answers that stayed as they were returned, blank or not', () => {
    const form = [aField('results'), aField('issues')];
    const since = (returned: Answers | null, answers: Answers): string[] =>
      codes({ form, returned, answers });
    expect(since({ results: '開催した。' }, { results: '開催した。' })).toEqual(['unchanged_since_return']);
    expect(since({ results: '開催した。' }, { results: '開催した。', issues: ' ' })).toEqual([
      'unchanged_since_return',
    ]);
    expect(since({ results: '開催した。' }, { results: '5回開催した。' })).toEqual([]);
    expect(since({}, { issues: '会場が足りない。' })).toEqual([]);
    const promised = (text: string): Answers => ({ commitmentAnswers: { p: { answer: 'done', text } } });
    expect(since(promised('行った。'), promised('6月に行った。'))).toEqual([]);
    expect(since(promised('行った。'), promised('行った。'))).toEqual(['unchanged_since_return']);
    expect(since(null, { results: '開催した。' })).toEqual([]);
  });

  it('never keep a sheet from being submitted', () => {
    const odd = aContext({ answers: { grade: 'A' }, indicators: [WORSE] });
    expect(concernsOf(odd)).toHaveLength(1);
    expect(missingFields(odd)).toEqual([]);
  });
});
