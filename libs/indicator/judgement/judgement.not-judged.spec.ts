import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';
import { NOT_JUDGED_REASONS } from './judgement.codes.js';
import { explain, judge } from './judgement.rules.js';

const NO_BASELINE = { status: 'not_judged', reason: 'no_baseline', ...BLANK };
const TOO_EARLY = { status: 'not_judged', reason: 'too_early', ...BLANK };

describe('a missing actual', () => {
  it.each(NOT_JUDGED_REASONS)('passes on its reason %s and still gives E', (reason) => {
    expect(judged(aCase({ actual: { reason, year: 2021 } }))).toEqual({
      ...BLANK,
      status: 'not_judged',
      reason,
      expected: '52.0',
    });
  });

  it('gives T as E of what has to be kept, with or without a baseline', () => {
    const floor = { targets: [{ value: '60.0', year: 2023, floor: true }] };
    const actual = { reason: 'survey_not_held' as const, year: 2021 };
    expect(judge(aCase({ ...floor, actual })).expected).toBe('60.0');
    expect(judge(aCase({ ...floor, baseline: null, actual })).expected).toBe('60.0');
  });

  it('gives no E when more than the actual is missing', () => {
    const actual = { reason: 'survey_not_held' as const, year: 2021 };
    expect(judged(aCase({ baseline: null, actual }))).toMatchObject({
      reason: 'survey_not_held',
      expected: null,
    });
    const early = { reason: 'survey_not_held' as const, year: 2018 };
    expect(judged(aCase({ actual: early }))).toMatchObject({ reason: 'survey_not_held', expected: null });
  });

  it('is never filled with an older value, which is only shown with its year', () => {
    const history = [of('47.0', 2020), of('45.0', 2019), of('60.0', 2022)];
    const trace = explain(aCase({ history, actual: { reason: 'survey_not_held', year: 2021 } }));
    expect(trace).toMatchObject({
      judgement: { status: 'not_judged' },
      lastKnown: of('47.0', 2020),
      actual: null,
    });
    expect(explain(aCase({ history })).lastKnown).toBeNull();
  });
});

describe('too early', () => {
  it.each([2018, 2017, 1990])('in %i, not after the baseline of 2018', (year) => {
    expect(judged(aCase({ actual: of('60.0', year) }))).toEqual(TOO_EARLY);
  });

  it('for every kind of target', () => {
    const words = { targets: [{ value: null, year: 2023 }], targetWords: '増加' as const };
    expect(judged(aCase({ ...words, actual: of('60.0', 2018) }))).toEqual(TOO_EARLY);
    expect(judged(aCase({ direction: 'maintain', actual: of('60.0', 2018) }))).toEqual(TOO_EARLY);
  });

  it("follows the baseline's own year", () => {
    expect(judged(aCase({ baseline: of('40.0', 2019), actual: of('45.0', 2019) }))).toEqual(TOO_EARLY);
    expect(judge(aCase({ baseline: of('40.0', 2019), actual: of('45.0', 2020) })).expected).toBe('45.0');
  });
});

describe('a missing baseline is never zero', () => {
  it('and leaves an indicator short of its target not judged', () => {
    expect(judged(aCase({ baseline: null, actual: of('59.9', 2021) }))).toEqual(NO_BASELINE);
    expect(judged(aCase({ baseline: null, actual: of('59.9', 2025) }))).toEqual(NO_BASELINE);
    expect(judged(aCase({ baseline: null, annualTargets: [of('50.0', 2021)] }))).toEqual(NO_BASELINE);
  });

  it.each([
    ['up' as const, '60.0'],
    ['up' as const, '75.0'],
    ['down' as const, '60.0'],
    ['down' as const, '12.0'],
  ])('but a reached target is achieved (%s, %s)', (direction, value) => {
    expect(judged(aCase({ direction, baseline: null, actual: of(value, 2021) }))).toEqual({
      status: 'achieved',
      ...BLANK,
    });
  });

  it.each([
    ['60.0', 2021, 'on_track'],
    ['60.0', 2023, 'achieved'],
    ['60.0', 2024, 'achieved'],
    ['59.9', 2021, 'behind'],
    ['59.9', 2023, 'behind'],
  ])('a floor or maintain without it: %s in %i is %s', (value, year, status) => {
    const floor = aCase({ baseline: null, targets: [{ value: '60.0', year: 2023, floor: true }] });
    const maintain = aCase({ baseline: null, direction: 'maintain' });
    const expected = { ...BLANK, status, expected: '60.0' };
    expect(judged({ ...floor, actual: of(value, year) })).toEqual(expected);
    expect(judged({ ...maintain, actual: of(value, year) })).toEqual(expected);
  });

  it("a survey's missed floor is behind, since there is nothing to measure the tolerance from", () => {
    const given = aCase({ survey: true, baseline: null, direction: 'maintain', actual: of('59.0', 2021) });
    expect(judge(given).status).toBe('behind');
  });
});
