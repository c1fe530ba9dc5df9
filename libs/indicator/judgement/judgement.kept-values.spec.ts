import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';
import { expectedPath } from './expected-value.rules.js';
import { judge } from './judgement.rules.js';

const rest = { progress: null, need: null, pace: null };
const floor = {
  decimals: 0,
  baseline: of('650', 2018),
  targets: [{ value: '700', year: 2023, floor: true }],
};

describe('what has to be kept: maintain, T = B, 以上, a target on the wrong side', () => {
  it.each([
    ['700', 2021, 'on_track'],
    ['750', 2021, 'on_track'],
    ['700', 2023, 'achieved'],
    ['700', 2025, 'achieved'],
    ['699', 2021, 'behind'],
    ['651', 2023, 'behind'],
    ['650', 2021, 'flat'],
    ['649', 2021, 'worse'],
    ['649', 2024, 'worse'],
  ])('700以上 from 650: %s in %i is %s', (value, year, status) => {
    expect(judged(aCase({ ...floor, actual: of(value, year) }))).toEqual({
      status,
      expected: '700',
      ...rest,
    });
  });

  it('knows no interpolation: E is T in every year', () => {
    const path = expectedPath(aCase(floor), [2018, 2019, 2021, 2023, 2024]);
    expect(path.map(({ expected }) => expected)).toEqual([null, '700', '700', '700', '700']);
  });

  it.each([
    ['60.0', 2021, 'on_track'],
    ['60.0', 2023, 'achieved'],
    ['59.9', 2021, 'behind'],
    ['40.0', 2021, 'flat'],
    ['39.9', 2021, 'worse'],
  ])('maintain means at or above T: %s in %i is %s', (value, year, status) => {
    const given = aCase({ direction: 'maintain', actual: of(value, year) });
    expect(judged(given)).toEqual({ status, expected: '60.0', ...rest });
  });

  it.each([
    ['40.0', 2021, 'on_track'],
    ['40.0', 2023, 'achieved'],
    ['39.9', 2021, 'worse'],
  ])('T = B, up: %s in %i is %s', (value, year, status) => {
    const given = aCase({ targets: [of('40.0', 2023)], actual: of(value, year) });
    expect(judged(given)).toEqual({ status, expected: '40.0', ...rest });
  });

  it.each([
    ['0', 2021, 'on_track'],
    ['0', 2023, 'achieved'],
    ['1', 2021, 'worse'],
  ])('upkeep of something low is down with T = B: %s in %i is %s', (value, year, status) => {
    const given = aCase({
      direction: 'down',
      kind: 'yearly_count',
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('0', 2023)],
      actual: of(value, year),
    });
    expect(judged(given)).toEqual({ status, expected: '0', ...rest });
  });

  it.each([
    ['35.0', 2021, 'on_track'],
    ['45.0', 2021, 'on_track'],
    ['35.0', 2023, 'achieved'],
    ['34.9', 2021, 'worse'],
  ])('a target under B of a rising indicator is a floor: %s in %i is %s', (value, year, status) => {
    const given = aCase({ targets: [of('35.0', 2023)], actual: of(value, year) });
    expect(judged(given)).toEqual({ status, expected: '35.0', ...rest });
  });

  it.each([
    ['50.0', 2021, 'on_track'],
    ['50.0', 2023, 'achieved'],
    ['50.1', 2021, 'worse'],
  ])('a target over B of a falling indicator is a ceiling: %s in %i is %s', (value, year, status) => {
    const given = aCase({ direction: 'down', targets: [of('50.0', 2023)], actual: of(value, year) });
    expect(judged(given)).toEqual({ status, expected: '50.0', ...rest });
  });

  it('takes 以上 beside a falling indicator as its ceiling', () => {
    const given = { direction: 'down' as const, targets: [{ value: '30.0', year: 2023, floor: true }] };
    expect(judge(aCase({ ...given, actual: of('30.0', 2021) })).status).toBe('on_track');
    expect(judge(aCase({ ...given, actual: of('35.0', 2021) })).status).toBe('behind');
    expect(judge(aCase({ ...given, actual: of('41.0', 2021) })).status).toBe('worse');
  });

  it('keeps B when the target is the word 維持', () => {
    const given = { targets: [{ value: null, year: 2023 }], targetWords: '維持' as const };
    const kept = { expected: '40.0', ...rest };
    expect(judged(aCase({ ...given, actual: of('40.0', 2021) }))).toEqual({ status: 'on_track', ...kept });
    expect(judged(aCase({ ...given, actual: of('40.0', 2023) }))).toEqual({ status: 'achieved', ...kept });
    expect(judged(aCase({ ...given, actual: of('39.0', 2021) }))).toEqual({ status: 'worse', ...kept });
    const low = aCase({ ...given, direction: 'down', actual: of('39.0', 2021) });
    expect(judged(low)).toEqual({ status: 'on_track', ...kept });
    expect(judged(aCase({ ...given, baseline: null }))).toEqual({
      status: 'not_judged',
      reason: 'no_baseline',
      ...BLANK,
    });
  });

  it('compares A with T as printed in the plan, not with T rounded', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('10', 2018),
      targets: [of('10.4', 2023)],
      direction: 'maintain',
    });
    expect(judged({ ...given, actual: of('10', 2021) })).toEqual({ status: 'flat', expected: '10', ...rest });
  });
});

describe('what has to be kept, with more than one target', () => {
  const steps = {
    decimals: 0,
    baseline: of('80', 2018),
    targets: [
      { value: '100', year: 2020, floor: true },
      { value: '150', year: 2023, floor: true },
    ],
  };

  it('takes several 以上 as steps: the one due next counts', () => {
    const path = expectedPath(aCase(steps), [2019, 2020, 2021, 2023, 2024]);
    expect(path.map(({ expected }) => expected)).toEqual(['100', '100', '150', '150', '150']);
    expect(judge(aCase({ ...steps, actual: of('110', 2020) })).status).toBe('on_track');
    expect(judge(aCase({ ...steps, actual: of('110', 2021) })).status).toBe('behind');
    expect(judge(aCase({ ...steps, actual: of('150', 2023) })).status).toBe('achieved');
  });

  it('takes the target stored for the year, as for one that follows a national figure', () => {
    const national = aCase({
      baseline: of('60.0', 2018),
      targets: [{ value: '64.0', year: 2023, floor: true }],
      annualTargets: [of('61.2', 2019), of('61.0', 2020), of('62.5', 2021)],
    });
    expect(judged({ ...national, actual: of('61.1', 2020) })).toEqual({
      status: 'on_track',
      expected: '61.0',
      ...rest,
    });
    expect(judged({ ...national, actual: of('62.4', 2021) })).toEqual({
      status: 'behind',
      expected: '62.5',
      ...rest,
    });
    expect(judge({ ...national, actual: of('63.0', 2022) }).expected).toBe('64.0');
  });

  it('counts only the target itself from the target year on', () => {
    const annualTargets = [of('90', 2022), of('95', 2023)];
    expect(judge(aCase({ ...steps, annualTargets, actual: of('96', 2023) }))).toMatchObject({
      status: 'behind',
      expected: '150',
    });
    expect(judge(aCase({ ...steps, annualTargets, actual: of('96', 2022) })).status).toBe('on_track');
  });

  it('is a line when only an intermediate target says 以上', () => {
    const targets = [{ value: '100', year: 2020, floor: true }, of('160', 2023)];
    expect(judge(aCase({ ...steps, targets, actual: of('120', 2021) }))).toMatchObject({
      status: 'on_track',
      expected: '120',
      need: '50.0',
    });
  });
});
