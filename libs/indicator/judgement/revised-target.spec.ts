import { describe, it, expect } from '@jest/globals';
import { aCase, judged, of } from './cases.for-spec.js';
import { judge } from './judgement.rules.js';
import { revisedCase } from './revised-target.rules.js';

const revision = { from: of('44.0', 2020), targets: [of('50.0', 2023)] };

describe('a target revised in mid-plan', () => {
  it('starts its new path at the actual of the revision year', () => {
    const revised = revisedCase(aCase({ annualTargets: [of('52.0', 2021)] }), revision);
    expect(judged({ ...revised, actual: of('46.0', 2021) })).toEqual({
      status: 'on_track',
      expected: '46.0',
      progress: '33.3',
      need: '33.3',
      pace: '100.0',
    });
  });

  it('does not judge the years before again', () => {
    const revised = revisedCase(aCase(), revision);
    expect(judge({ ...revised, actual: of('44.0', 2020) })).toMatchObject({ reason: 'too_early' });
    expect(judge(aCase({ actual: of('44.0', 2020) })).status).toBe('behind');
  });

  it('runs from the old baseline when that was decided', () => {
    const revised = revisedCase(aCase(), { ...revision, keepsBaseline: true });
    expect(judge({ ...revised, actual: of('46.0', 2021) })).toMatchObject({
      status: 'on_track',
      expected: '46.0',
    });
    expect(judge({ ...revised, actual: of('44.0', 2020) })).toMatchObject({
      status: 'on_track',
      expected: '44.0',
    });
  });

  it('replaces a word by a number and keeps a word that only moves', () => {
    const words = aCase({ targets: [{ value: null, year: 2023 }], targetWords: '増加' });
    expect(judge({ ...revisedCase(words, revision), actual: of('46.0', 2021) }).expected).toBe('46.0');
    const moved = revisedCase(words, { from: of('44.0', 2020), targets: [{ value: null, year: 2025 }] });
    expect(judge({ ...moved, actual: of('45.0', 2023) }).status).toBe('on_track');
  });

  it('goes on summing a plan total, with the sum so far as a step', () => {
    const total = aCase({
      kind: 'plan_total',
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('100', 2023)],
      history: [of('10', 2019), of('20', 2020)],
    });
    const revised = revisedCase(total, { from: of('30', 2020), targets: [of('60', 2023)] });
    expect(judge({ ...revised, actual: of('10', 2021) })).toMatchObject({
      status: 'on_track',
      expected: '40',
      progress: '66.7',
    });
  });
});
