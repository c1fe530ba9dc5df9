import { describe, it, expect } from '@jest/globals';
import { aCase, judged, of } from './cases.for-spec.js';
import { explain, judge } from './judgement.rules.js';

describe('in and after the target year', () => {
  it('judges a later year against T only: n = 1 and E = T', () => {
    expect(judged(aCase({ actual: of('53.8', 2025) }))).toEqual({
      status: 'mostly_on_track',
      expected: '60.0',
      progress: '69.0',
      need: '100.0',
      pace: '69.0',
    });
  });

  it.each([
    ['60.0', 'achieved'],
    ['59.9', 'mostly_on_track'],
    ['51.9', 'behind'],
    ['40.0', 'flat'],
    ['39.0', 'worse'],
  ])('goes on with the table as usual: %s is %s', (value, status) => {
    expect(judge(aCase({ actual: of(value, 2023) })).status).toBe(status);
    expect(judge(aCase({ actual: of(value, 2026) })).status).toBe(status);
  });

  it('no longer asks for intermediate or annual targets', () => {
    const given = aCase({
      targets: [of('70.0', 2021), of('60.0', 2023)],
      annualTargets: [of('80.0', 2024)],
      actual: of('55.0', 2024),
    });
    expect(judge(given)).toMatchObject({ expected: '60.0', need: '100.0', pace: '75.0' });
  });

  it('is on track by rounding when T has more decimals than are printed', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('10', 2018),
      targets: [of('20.4', 2023)],
      actual: of('20', 2024),
    });
    expect(explain(given)).toMatchObject({
      byRounding: true,
      judgement: { status: 'on_track', expected: '20' },
    });
  });

  it('keeps E when only the actual is missing', () => {
    expect(judge(aCase({ actual: { reason: 'survey_not_held', year: 2025 } })).expected).toBe('60.0');
  });

  it('judges against T when the baseline is younger than the target', () => {
    const given = aCase({ baseline: of('40.0', 2024), actual: of('50.0', 2025) });
    expect(judge(given)).toMatchObject({ status: 'behind', expected: '60.0', need: '100.0', pace: '50.0' });
  });

  it('says whether the target year has come, and whether it is over', () => {
    const facts = [2022, 2023, 2024].map((year) => explain(aCase({ actual: of('50.0', year) })));
    expect(facts.map((one) => one.atOrAfterTargetYear)).toEqual([false, true, true]);
    expect(facts.map((one) => one.complete)).toEqual([false, false, true]);
  });
});
