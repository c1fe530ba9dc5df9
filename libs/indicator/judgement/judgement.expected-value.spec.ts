import { describe, it, expect } from '@jest/globals';
import { aCase, judged, of } from './cases.for-spec.js';
import { expectedPath } from './expected-value.rules.js';
import { explain, judge } from './judgement.rules.js';

const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

function path(...fields: Parameters<typeof aCase>): readonly (string | null)[] {
  return expectedPath(aCase(...fields), years).map(({ expected }) => expected);
}

describe('the expected value of a year', () => {
  it('runs on a line from the baseline to the target and stays there', () => {
    expect(path()).toEqual([null, '40.0', '44.0', '48.0', '52.0', '56.0', '60.0', '60.0']);
  });

  it('is rounded for the judgement alone: a line through the years runs straight', () => {
    const baseline = of('14', 2018);
    const points = expectedPath(
      aCase({ baseline, targets: [of('16', 2023)], decimals: 0 }),
      years.slice(1, 7),
    );
    expect(points.map(({ expected }) => expected)).toEqual(['14', '14', '15', '15', '16', '16']);
    expect(points.map(({ unrounded }) => unrounded)).toEqual(['14', '14.4', '14.8', '15.2', '15.6', '16']);
  });

  it('runs through several targets piece by piece, in whatever order they are given', () => {
    const targets = [of('60.0', 2023), of('42.0', 2020)];
    expect(path({ targets })).toEqual([null, '40.0', '41.0', '42.0', '48.0', '54.0', '60.0', '60.0']);
  });

  it('is the annual target where one is set, and lies between its neighbours where none is', () => {
    const annualTargets = [of('41.0', 2019), of('55.0', 2022)];
    expect(path({ annualTargets })).toEqual([null, '40.0', '41.0', '45.7', '50.3', '55.0', '60.0', '60.0']);
  });

  it('has baseline and last target as ends of the annual targets', () => {
    const annualTargets = [of('50.0', 2020)];
    expect(path({ annualTargets })).toEqual([null, '40.0', '45.0', '50.0', '53.3', '56.7', '60.0', '60.0']);
  });

  it('mixes intermediate and annual targets; the annual one wins in its year', () => {
    const targets = [of('50.0', 2020), of('60.0', 2023)];
    const annualTargets = [of('48.0', 2020), of('52.0', 2021)];
    expect(path({ targets, annualTargets })).toEqual([
      null,
      '40.0',
      '44.0',
      '48.0',
      '52.0',
      '56.0',
      '60.0',
      '60.0',
    ]);
  });

  it('ignores annual targets outside the path', () => {
    const annualTargets = [of('10.0', 2018), of('99.0', 2024)];
    expect(path({ annualTargets })).toEqual(path());
  });

  it('starts in the own year of the baseline', () => {
    expect(judge(aCase({ baseline: of('40.0', 2019), actual: of('50.0', 2021) })).expected).toBe('50.0');
  });

  it('needs a baseline, a number and a single case', () => {
    expect(path({ baseline: null })).toEqual(years.map(() => null));
    expect(path({ targets: [{ value: null, year: 2023 }], targetWords: '増加' })).toEqual(
      years.map(() => null),
    );
    const composite = { ...aCase(), parts: [{ id: 'men' }] };
    expect(expectedPath(composite, [2021])).toEqual([{ year: 2021, expected: null, unrounded: null }]);
  });
});

describe('n and r follow E', () => {
  it('on a piecewise line n = (E − B)/(T − B) with E before rounding and T the last target', () => {
    const given = aCase({ targets: [of('42.0', 2020), of('60.0', 2023)], actual: of('46.0', 2021) });
    expect(judged(given)).toEqual({
      status: 'mostly_on_track',
      expected: '48.0',
      progress: '30.0',
      need: '40.0',
      pace: '75.0',
    });
  });

  it('with annual targets r = (A − B)/(E − B)', () => {
    const given = aCase({ annualTargets: [of('44.0', 2021)], actual: of('42.0', 2021) });
    expect(judged(given)).toEqual({
      status: 'behind',
      expected: '44.0',
      progress: '10.0',
      need: '20.0',
      pace: '50.0',
    });
  });

  it('in a year between annual targets both use E before rounding', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('10', 2018),
      targets: [of('20', 2023)],
      annualTargets: [of('11', 2019), of('12', 2022)],
      actual: of('11', 2020),
    });
    expect(judged(given)).toEqual({
      status: 'on_track',
      expected: '11',
      progress: '10.0',
      need: '13.3',
      pace: '75.0',
    });
    expect(explain(given).byRounding).toBe(true);
  });

  it('leaves r blank where E = B, and judges by E and by the side of B', () => {
    const given = { annualTargets: [of('40.0', 2019)] };
    const blank = { expected: '40.0', need: '0.0', pace: null };
    expect(judged(aCase({ ...given, actual: of('40.0', 2019) }))).toEqual({
      ...blank,
      status: 'on_track',
      progress: '0.0',
    });
    expect(judged(aCase({ ...given, actual: of('41.0', 2019) }))).toMatchObject({
      ...blank,
      status: 'on_track',
    });
    expect(judged(aCase({ ...given, actual: of('39.0', 2019) }))).toMatchObject({
      ...blank,
      status: 'worse',
    });
  });

  it('lets a plan dip first: at the dip on track, below it worse although r is over 1', () => {
    const given = { annualTargets: [of('35.0', 2019)] };
    expect(judge(aCase({ ...given, actual: of('36.0', 2019) }))).toMatchObject({
      status: 'on_track',
      pace: '80.0',
    });
    expect(judge(aCase({ ...given, actual: of('34.0', 2019) }))).toMatchObject({
      status: 'worse',
      pace: '120.0',
    });
  });

  it('takes the annual target of the target year as E, but only T is achieved', () => {
    const given = { annualTargets: [of('58.0', 2023)] };
    expect(judge(aCase({ ...given, actual: of('59.0', 2023) }))).toMatchObject({
      status: 'on_track',
      expected: '58.0',
      need: '90.0',
    });
  });
});
