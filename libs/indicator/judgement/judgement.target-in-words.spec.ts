import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';
import { explain, judge } from './judgement.rules.js';

const fewer = {
  direction: 'down' as const,
  decimals: 0,
  baseline: of('177', 2018),
  targets: [{ value: null, year: 2023 }],
  targetWords: '減少' as const,
};
const more = { targets: [{ value: null, year: 2023 }], targetWords: '増加' as const };

describe('a target in words', () => {
  it.each([
    ['160', 2021, 'on_track'],
    ['177', 2021, 'flat'],
    ['190', 2021, 'worse'],
    ['176', 2023, 'achieved'],
    ['176', 2024, 'achieved'],
    ['177', 2023, 'flat'],
    ['178', 2023, 'worse'],
  ])('減少 from 177: %s in %i is %s, without E, p, n and r', (value, year, status) => {
    expect(judged(aCase({ ...fewer, actual: of(value, year) }))).toEqual({ status, ...BLANK });
  });

  it.each([
    ['40.1', 2021, 'on_track'],
    ['40.0', 2021, 'flat'],
    ['39.9', 2021, 'worse'],
    ['40.1', 2023, 'achieved'],
  ])('増加 from 40.0: %s in %i is %s', (value, year, status) => {
    expect(judged(aCase({ ...more, actual: of(value, year) }))).toEqual({ status, ...BLANK });
  });

  it.each([
    ['37.1', 2021, 'flat'],
    ['37.0', 2021, 'worse'],
    ['40.1', 2021, 'on_track'],
    ['37.1', 2023, 'flat'],
    ['40.1', 2023, 'achieved'],
  ])('of a survey, within 3 points: %s in %i is %s', (value, year, status) => {
    expect(judge(aCase({ ...more, survey: true, actual: of(value, year) })).status).toBe(status);
  });

  it('gives no E when the actual is missing, and is not judged without a baseline', () => {
    expect(judged(aCase({ ...fewer, actual: { reason: 'not_yet_compiled', year: 2021 } }))).toEqual({
      status: 'not_judged',
      reason: 'not_yet_compiled',
      ...BLANK,
    });
    expect(judged(aCase({ ...fewer, baseline: null, actual: of('100', 2021) }))).toEqual({
      status: 'not_judged',
      reason: 'no_baseline',
      ...BLANK,
    });
  });

  it('follows the confirmed direction and says that the word does not fit it', () => {
    const trace = explain(aCase({ ...fewer, direction: 'up', actual: of('190', 2021) }));
    expect(trace.judgement.status).toBe('on_track');
    expect(trace.warnings).toEqual([
      { key: 'judgement.warning.wordsAgainstDirection', params: { words: '減少' } },
    ]);
  });

  it('has nothing to say where the word fits the direction', () => {
    const rising = explain(aCase({ ...more, direction: 'down', actual: of('39.0', 2021) }));
    expect(rising.warnings.map(({ params }) => params)).toEqual([{ words: '増加' }]);
    expect(explain(aCase(more)).warnings).toEqual([]);
    expect(explain(aCase({ ...fewer, actual: of('160', 2021) })).warnings).toEqual([]);
    expect(explain(aCase({ ...more, targetWords: '維持' })).warnings).toEqual([]);
  });

  it('lets the word tell the side when the direction is maintain', () => {
    expect(judge(aCase({ ...fewer, direction: 'maintain', actual: of('160', 2021) })).status).toBe(
      'on_track',
    );
  });
});
