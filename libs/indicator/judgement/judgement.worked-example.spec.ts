import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import { explain, judge } from './judgement.rules.js';
import type { SingleCase } from './judgement.types.js';

const participation = { baseline: of('43.8', 2018), targets: [of('50.0', 2023)] };
const scandals = {
  direction: 'down' as const,
  kind: 'yearly_count' as const,
  decimals: 0,
  baseline: of('10', 2018),
  targets: [of('0', 2023)],
};
const mistakes = {
  ...scandals,
  baseline: of('177', 2018),
  targets: [{ value: null, year: 2023 }],
  targetWords: '減少' as const,
};
const networks = { decimals: 0, baseline: of('14', 2018), targets: [of('16', 2023)] };

type Row = readonly [string, SingleCase, string | null, string | null, string | null, string];

/** The sample plan with invented actuals; H30 = 2018, R3 = 2021, R5 = 2023. */
const rows: readonly Row[] = [
  [
    '市民参画・協働 47.5',
    aCase({ ...participation, actual: of('47.5', 2021) }),
    '47.5',
    '59.7',
    '99.5',
    'on_track',
  ],
  [
    '市民参画・協働 46.5',
    aCase({ ...participation, actual: of('46.5', 2021) }),
    '47.5',
    '43.5',
    '72.6',
    'mostly_on_track',
  ],
  [
    '満足 53.5 (基準 R1)',
    aCase({
      survey: true,
      baseline: of('47.1', 2019),
      targets: [of('60.0', 2023)],
      actual: of('53.5', 2021),
    }),
    '53.6',
    '49.6',
    '99.2',
    'mostly_on_track',
  ],
  [
    '順調な指標の割合 63.6',
    aCase({ baseline: of('45.5', 2018), targets: [of('100', 2023)], actual: of('63.6', 2021) }),
    '78.2',
    '33.2',
    '55.4',
    'behind',
  ],
  ['不祥事件数 4', aCase({ ...scandals, actual: of('4', 2021) }), '4', '60.0', '100.0', 'on_track'],
  ['不祥事件数 7', aCase({ ...scandals, actual: of('7', 2021) }), '4', '30.0', '50.0', 'behind'],
  ['不祥事件数 12', aCase({ ...scandals, actual: of('12', 2021) }), '4', '-20.0', '-33.3', 'worse'],
  ['事務処理ミス 160', aCase({ ...mistakes, actual: of('160', 2021) }), null, null, null, 'on_track'],
  ['事務処理ミス 177', aCase({ ...mistakes, actual: of('177', 2021) }), null, null, null, 'flat'],
  ['事務処理ミス 190', aCase({ ...mistakes, actual: of('190', 2021) }), null, null, null, 'worse'],
  [
    '効果的かつ効率的 調査なし',
    aCase({
      survey: true,
      baseline: of('29.0', 2018),
      targets: [of('55.0', 2023)],
      actual: { reason: 'survey_not_held', year: 2020 },
    }),
    '39.4',
    null,
    null,
    'not_judged',
  ],
  [
    '連携事業数 92',
    aCase({ decimals: 0, baseline: of('65', 2018), targets: [of('90', 2023)], actual: of('92', 2020) }),
    '75',
    '108.0',
    '270.0',
    'achieved',
  ],
  ['ネットワーク数 R1 14', aCase({ ...networks, actual: of('14', 2019) }), '14', '0.0', '0.0', 'on_track'],
  ['ネットワーク数 R3 15', aCase({ ...networks, actual: of('15', 2021) }), '15', '50.0', '83.3', 'on_track'],
  [
    '在住外国人数 5,700',
    aCase({ decimals: 0, baseline: of('5856', 2018), targets: [of('7000', 2023)], actual: of('5700', 2021) }),
    '6542',
    '-13.6',
    '-22.7',
    'worse',
  ],
  [
    'SDGs認知 43.1',
    aCase({ survey: true, baseline: of('5.9', 2018), targets: [of('80.0', 2023)], actual: of('43.1', 2021) }),
    '50.4',
    '50.2',
    '83.7',
    'mostly_on_track',
  ],
];

describe('the worked example of the sample plan', () => {
  it.each(rows)('%s', (_name, given, expected, progress, pace, status) => {
    expect(judge(given)).toMatchObject({ expected, progress, pace, status, ruleVersion: 1 });
  });

  it('says that only the rounding of E makes 47.5 on track', () => {
    const trace = explain(aCase({ ...participation, actual: of('47.5', 2021) }));
    expect(trace).toMatchObject({ byRounding: true, expectedUnrounded: '47.52' });
  });

  it('prints exactly the fields of the command', () => {
    expect(judge(aCase({ id: '1', ...participation, actual: of('47.5', 2021) }))).toEqual({
      id: '1',
      status: 'on_track',
      expected: '47.5',
      progress: '59.7',
      need: '60.0',
      pace: '99.5',
      ruleVersion: 1,
    });
  });

  it('prints a reason only where there is no judgement', () => {
    expect(judge(aCase({ actual: { reason: 'survey_not_held', year: 2020 } }))).toEqual({
      id: 'case',
      status: 'not_judged',
      expected: '48.0',
      progress: null,
      need: null,
      pace: null,
      reason: 'survey_not_held',
      ruleVersion: 1,
    });
  });
});
