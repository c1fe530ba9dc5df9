import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';
import { expectedPath } from './expected-value.rules.js';
import { explain, judge } from './judgement.rules.js';

/** 5年間で100, 2019 to 2023. */
const total = {
  kind: 'plan_total' as const,
  decimals: 0,
  baseline: of('80', 2018),
  targets: [of('100', 2023)],
  actual: of('20', 2021),
  history: [of('15', 2019), of('20', 2020), of('99', 2018), of('99', 2017), of('99', 2022)],
};

describe('a total over the plan', () => {
  it('sums the years after the baseline up to the year of the data and expects T × n', () => {
    expect(judged(aCase(total))).toEqual({
      status: 'mostly_on_track',
      expected: '60',
      progress: '55.0',
      need: '60.0',
      pace: '91.7',
    });
    expect(explain(aCase(total)).actual).toBe('55');
  });

  it.each([
    ['65', 'achieved', '100.0'],
    ['25', 'on_track', '60.0'],
    ['1', 'mostly_on_track', '36.0'],
    ['0', 'behind', '35.0'],
  ])('a year of %s after 15 and 20 is %s', (value, status, progress) => {
    expect(judge(aCase({ ...total, actual: of(value, 2021) }))).toMatchObject({ status, progress });
  });

  it('does not use the value of the baseline', () => {
    expect(judged(aCase({ ...total, baseline: of('0', 2018) }))).toEqual(judged(aCase(total)));
    expect(judge(aCase({ ...total, baseline: of('100', 2018) })).progress).toBe('55.0');
  });

  it('is flat when nothing was counted yet', () => {
    expect(judged(aCase({ ...total, history: [], actual: of('0', 2019) }))).toEqual({
      status: 'flat',
      expected: '20',
      progress: '0.0',
      need: '20.0',
      pace: '0.0',
    });
  });

  it('expects the sum of the annual targets to date', () => {
    const annualTargets = [
      of('5', 2018),
      of('10', 2019),
      of('15', 2020),
      of('20', 2021),
      of('25', 2022),
      of('30', 2023),
    ];
    expect(judged(aCase({ ...total, annualTargets }))).toEqual({
      status: 'on_track',
      expected: '45',
      progress: '55.0',
      need: '45.0',
      pace: '122.2',
    });
    const path = expectedPath(aCase({ ...total, annualTargets }), [2018, 2019, 2020, 2021, 2022, 2023, 2024]);
    expect(path.map(({ expected }) => expected)).toEqual(['0', '10', '25', '45', '70', '100', '100']);
  });

  it('puts a year without an annual target on the line between its neighbours', () => {
    const annualTargets = [of('10', 2019), of('30', 2021)];
    expect(judge(aCase({ ...total, annualTargets, actual: of('0', 2020) })).expected).toBe('30');
    expect(judge(aCase({ ...total, annualTargets })).expected).toBe('60');
  });

  it('runs through intermediate totals', () => {
    const targets = [of('30', 2021), of('100', 2023)];
    expect(judge(aCase({ ...total, targets, actual: of('0', 2020) }))).toMatchObject({
      expected: '20',
      need: '20.0',
    });
    expect(judge(aCase({ ...total, targets, actual: of('0', 2022) }))).toMatchObject({
      expected: '65',
      need: '65.0',
    });
  });

  it('sums what is there and tells which years are not', () => {
    const trace = explain(aCase({ ...total, history: [of('15', 2019)] }));
    expect(trace.actual).toBe('35');
    expect(trace.warnings).toEqual([{ key: 'judgement.warning.totalHasGaps', params: { years: '2020' } }]);
  });

  it('takes the own number of the year from the actual, never from the history', () => {
    expect(explain(aCase({ ...total, history: [...total.history, of('500', 2021)] })).actual).toBe('55');
  });

  it('rounds the sum, not its years', () => {
    const given = aCase({ ...total, history: [of('0.4', 2019), of('0.4', 2020)], actual: of('0.4', 2021) });
    expect(explain(given).actual).toBe('1');
  });

  it('still gives E when the actual is missing', () => {
    expect(judged(aCase({ ...total, actual: { reason: 'not_yet_compiled', year: 2021 } }))).toEqual({
      ...BLANK,
      status: 'not_judged',
      reason: 'not_yet_compiled',
      expected: '60',
    });
  });

  it('is too early in the year of the baseline', () => {
    expect(judged(aCase({ ...total, actual: of('20', 2018) }))).toEqual({
      status: 'not_judged',
      reason: 'too_early',
      ...BLANK,
    });
  });

  it('of a part of the plan has its own years and is complete afterwards: R9までの2年間で14', () => {
    const part = {
      kind: 'plan_total' as const,
      decimals: 0,
      baseline: of('0', 2025),
      targets: [of('14', 2027)],
      history: [of('5', 2026), of('8', 2027)],
    };
    expect(judge(aCase({ ...part, actual: of('6', 2026) }))).toMatchObject({
      status: 'mostly_on_track',
      expected: '7',
    });
    expect(judge(aCase({ ...part, actual: of('9', 2027) })).status).toBe('achieved');
    const after = explain(aCase({ ...part, actual: of('0', 2028) }));
    expect(after).toMatchObject({ complete: true, judgement: { status: 'mostly_on_track', expected: '14' } });
  });

  it('is a ceiling when lower is better: the total starts under it', () => {
    const given = { ...total, direction: 'down' as const };
    expect(judged(aCase(given))).toEqual({ ...BLANK, status: 'on_track', expected: '100' });
    expect(judge(aCase({ ...given, actual: of('66', 2021) })).status).toBe('worse');
    expect(judge(aCase({ ...given, history: [], actual: of('100', 2023) })).status).toBe('achieved');
  });

  it('is reached by counting also with 以上', () => {
    const targets = [{ value: '100', year: 2023, floor: true }];
    expect(judged(aCase({ ...total, targets }))).toEqual(judged(aCase(total)));
  });

  it('without a baseline sums all years it knows and can only be achieved', () => {
    const given = { ...total, baseline: null, history: [of('60', 2020)] };
    expect(judged(aCase({ ...given, actual: of('40', 2021) }))).toEqual({ status: 'achieved', ...BLANK });
    expect(judged(aCase({ ...given, actual: of('39', 2021) }))).toEqual({
      status: 'not_judged',
      reason: 'no_baseline',
      ...BLANK,
    });
  });
});

describe('a plan total with annual targets for some of its years', () => {
  const given = {
    kind: 'plan_total' as const,
    decimals: 0,
    baseline: of('10', 2018),
    targets: [of('100', 2023)],
  };

  it('shares what is left of the total among the years that have none', () => {
    const annualTargets = [of('30', 2022), of('25', 2023)];
    // 100 − 55 = 45 for 2019 to 2021.
    expect(judge(aCase({ ...given, annualTargets, actual: of('1', 2021) }))).toMatchObject({
      expected: '45',
      status: 'behind',
    });
    expect(judge(aCase({ ...given, annualTargets, actual: of('15', 2019) }))).toMatchObject({
      expected: '15',
      status: 'on_track',
    });
  });

  it('lets a year between two of them lie on their line', () => {
    const annualTargets = [of('20', 2019), of('20', 2021), of('20', 2022), of('20', 2023)];
    const history = [of('20', 2019)];
    expect(judge(aCase({ ...given, annualTargets, history, actual: of('12', 2020) }))).toMatchObject({
      expected: '40',
      pace: '80.0',
      status: 'mostly_on_track',
    });
  });

  it('asks nothing of the years that are left when the others take all', () => {
    const annualTargets = [of('70', 2019), of('60', 2020)];
    const history = [of('70', 2019), of('60', 2020)];
    expect(judge(aCase({ ...given, annualTargets, history, actual: of('0', 2021) }))).toMatchObject({
      expected: '130',
    });
  });
});
