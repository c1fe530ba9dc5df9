import { describe, it, expect } from '@jest/globals';
import { aCase, judged, of } from './cases.for-spec.js';
import { explain, judge } from './judgement.rules.js';

describe('rounding', () => {
  it('rounds A half-up to the printed decimals before anything else', () => {
    expect(judge(aCase({ actual: of('51.95', 2021) })).status).toBe('on_track');
    expect(judge(aCase({ actual: of('51.949', 2021) })).status).toBe('mostly_on_track');
    expect(judge(aCase({ actual: of('59.95', 2021) })).status).toBe('achieved');
    expect(judge(aCase({ actual: of('39.96', 2021) })).status).toBe('flat');
  });

  it('takes p and r from the rounded A', () => {
    expect(judge(aCase({ actual: of('51.949', 2021) }))).toMatchObject({ progress: '59.5', pace: '99.2' });
  });

  it('rounds E half-up before it compares', () => {
    const given = { decimals: 0, baseline: of('14', 2018), targets: [of('15', 2020)] };
    expect(judged(aCase({ ...given, actual: of('14', 2019) }))).toMatchObject({
      expected: '15',
      status: 'flat',
    });
  });

  it('goes away from zero: −2.5 becomes −3', () => {
    const given = {
      direction: 'down' as const,
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('-5', 2020)],
    };
    expect(judge(aCase({ ...given, actual: of('-3', 2019) }))).toMatchObject({
      expected: '-3',
      status: 'on_track',
    });
    expect(judge(aCase({ ...given, actual: of('-2.5', 2019) }))).toMatchObject({
      status: 'on_track',
      pace: '120.0',
    });
    expect(judge(aCase({ ...given, actual: of('-2', 2019) }))).toMatchObject({ status: 'mostly_on_track' });
  });

  it('rounds percents away from zero too', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('2000', 2019)],
      actual: of('-1', 2019),
    });
    expect(judge(given)).toMatchObject({ progress: '-0.1', pace: '-0.1', status: 'worse' });
  });

  it('never prints a minus zero', () => {
    const given = aCase({
      decimals: 0,
      baseline: of('0', 2018),
      targets: [of('9000', 2019)],
      actual: of('-1', 2019),
    });
    expect(judge(given)).toMatchObject({ progress: '0.0', pace: '0.0', status: 'worse' });
  });

  it('expects whole numbers of small counts: 14 to 16 expects 14, then 15', () => {
    const given = { decimals: 0, baseline: of('14', 2018), targets: [of('16', 2023)] };
    const expected = [2019, 2020, 2021, 2022, 2023].map((year) =>
      judge(aCase({ ...given, actual: of('14', year) })),
    );
    expect(expected.map((one) => one.expected)).toEqual(['14', '15', '15', '16', '16']);
  });

  it('calculates with decimals, not with binary floats', () => {
    const given = aCase({ baseline: of('0.1', 2018), targets: [of('0.7', 2021)], actual: of('0.3', 2019) });
    expect(explain(given)).toMatchObject({ byRounding: false, expectedUnrounded: '0.3' });
    expect(judged(given)).toEqual({
      status: 'on_track',
      expected: '0.3',
      progress: '33.3',
      need: '33.3',
      pace: '100.0',
    });
  });

  it('marks what only the rounding of E made on track, in both directions', () => {
    const up = aCase({ baseline: of('43.8', 2018), targets: [of('50.0', 2023)], actual: of('47.5', 2021) });
    const down = aCase({
      direction: 'down',
      decimals: 0,
      baseline: of('10', 2018),
      targets: [of('7', 2020)],
      actual: of('9', 2019),
    });
    expect(explain(up)).toMatchObject({ byRounding: true, ground: 'at_expected_by_rounding' });
    expect(explain(down)).toMatchObject({
      byRounding: true,
      expectedUnrounded: '8.5',
      judgement: { expected: '9' },
    });
    expect(explain(aCase({ actual: of('52.0', 2021) })).byRounding).toBe(false);
  });

  it('tells the value before rounding with at most four more decimals', () => {
    const given = aCase({ baseline: of('0', 2018), targets: [of('1', 2021)], actual: of('0.3', 2019) });
    expect(explain(given).expectedUnrounded).toBe('0.33333');
  });
});
