import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import { dueActual } from './due-actual.rules.js';
import { explain, judge } from './judgement.rules.js';
import type { Judgement, JudgementCase } from './judgement.types.js';
import { revisedCase } from './revised-target.rules.js';

type Row = readonly [string, JudgementCase, Partial<Judgement>];

const words = { targets: [{ value: null, year: 2023 }] };
const zero = {
  direction: 'down' as const,
  kind: 'yearly_count' as const,
  decimals: 0,
  targets: [of('0', 2023)],
};
const missing = (reason: 'survey_not_held' | 'not_yet_compiled' | 'program_ended' | 'definition_changed') =>
  aCase({ actual: { reason, year: 2021 } });

/** One or more examples for every row; the other specs go through each in depth. */
const rows: readonly Row[] = [
  ['direction is stored, up', aCase({ direction: 'up', actual: of('39.0', 2021) }), { status: 'worse' }],
  [
    'direction is not inferred from T > B',
    aCase({ direction: 'down', actual: of('39.0', 2021) }),
    { status: 'on_track' },
  ],
  [
    '減少',
    aCase({ ...words, direction: 'down', targetWords: '減少', actual: of('39.0', 2021) }),
    { status: 'on_track', expected: null },
  ],
  [
    '増加',
    aCase({ ...words, targetWords: '増加', actual: of('39.0', 2021) }),
    { status: 'worse', progress: null, pace: null },
  ],
  [
    'maintain',
    aCase({ direction: 'maintain', actual: of('59.0', 2021) }),
    { status: 'behind', expected: '60.0' },
  ],
  [
    'T = B',
    aCase({ targets: [of('40.0', 2023)], actual: of('40.0', 2021) }),
    { status: 'on_track', expected: '40.0', progress: null },
  ],
  [
    '以上',
    aCase({ targets: [{ value: '60.0', year: 2023, floor: true }], actual: of('60.0', 2021) }),
    { status: 'on_track' },
  ],
  [
    'yearly count, target 0, reached',
    aCase({ ...zero, baseline: of('10', 2018), actual: of('0', 2020) }),
    { status: 'achieved' },
  ],
  [
    'yearly count, target 0, lost in the next year',
    aCase({ ...zero, baseline: of('10', 2018), actual: of('5', 2021), history: [of('0', 2020)] }),
    { status: 'mostly_on_track', progress: '50.0' },
  ],
  [
    'running total is a level',
    aCase({ kind: 'running_total', actual: of('52.0', 2021) }),
    { status: 'on_track', expected: '52.0' },
  ],
  [
    'total over the plan',
    aCase({
      kind: 'plan_total',
      targets: [of('100.0', 2023)],
      actual: of('20.0', 2020),
      history: [of('20.0', 2019)],
    }),
    { status: 'on_track', expected: '40.0', progress: '40.0' },
  ],
  [
    'part of the plan has its own yT',
    aCase({
      kind: 'plan_total',
      baseline: of('0', 2020),
      targets: [of('14', 2022)],
      decimals: 0,
      actual: of('7', 2021),
    }),
    { status: 'on_track', expected: '7', need: '50.0' },
  ],
  [
    'baseline missing',
    aCase({ baseline: null }),
    { status: 'not_judged', reason: 'no_baseline', expected: null },
  ],
  [
    'milestone',
    aCase({ ...words, kind: 'milestone', baseline: null, actual: of('検討', 2021) }),
    { status: 'on_track', progress: null, expected: null },
  ],
  [
    'target stored per year (全国値)',
    aCase({ annualTargets: [of('45.0', 2020), of('44.0', 2021)], actual: of('44.0', 2021) }),
    { status: 'on_track', expected: '44.0', need: '20.0', pace: '100.0' },
  ],
  [
    'composite: the worst decides',
    { ...aCase(), parts: [{ actual: of('60.0', 2021) }, { actual: of('40.0', 2021) }] },
    { status: 'flat' },
  ],
  ['survey not held', missing('survey_not_held'), { status: 'not_judged', reason: 'survey_not_held' }],
  ['not yet compiled', missing('not_yet_compiled'), { status: 'not_judged', reason: 'not_yet_compiled' }],
  ['program ended', missing('program_ended'), { status: 'not_judged', reason: 'program_ended' }],
  [
    'definition changed',
    missing('definition_changed'),
    { status: 'not_judged', reason: 'definition_changed' },
  ],
  [
    'published late: judged with its own year',
    aCase({ actual: dueActual([of('48.0', 2020)], { lag: 1, interval: 1, surveyYear: 2018 }, 2021) }),
    { status: 'on_track', expected: '48.0' },
  ],
  [
    'target revised: the new path starts at the actual of the revision year',
    {
      ...revisedCase(aCase(), { from: of('46.0', 2020), targets: [of('52.0', 2023)] }),
      actual: of('48.0', 2021),
    },
    { status: 'on_track', expected: '48.0', need: '33.3' },
  ],
  [
    'yA ≤ yB',
    aCase({ actual: of('60.0', 2018) }),
    { status: 'not_judged', reason: 'too_early', expected: null },
  ],
  ['yA > yT', aCase({ actual: of('50.0', 2024) }), { status: 'behind', expected: '60.0', need: '100.0' }],
  [
    'small whole numbers',
    aCase({ decimals: 0, baseline: of('14', 2018), targets: [of('16', 2023)], actual: of('14', 2021) }),
    { status: 'flat', expected: '15' },
  ],
];

describe('every row of the table of cases', () => {
  it.each(rows)('%s', (_row, given, expected) => {
    expect(judge(given)).toMatchObject(expected);
  });

  it('warns of a running total that falls, and judges it all the same', () => {
    const history = [of('41.0', 2019), of('45.0', 2020)];
    const trace = explain(aCase({ kind: 'running_total', history, actual: of('44.0', 2021) }));
    expect(trace.judgement.status).toBe('behind');
    expect(trace.warnings).toEqual([
      {
        key: 'judgement.warning.runningTotalFell',
        params: { fromYear: 2020, from: '45.0', year: 2021, to: '44.0' },
      },
    ]);
    expect(explain(aCase({ kind: 'level', history, actual: of('44.0', 2021) })).warnings).toEqual([]);
    expect(explain(aCase({ kind: 'running_total', history, actual: of('45.0', 2021) })).warnings).toEqual([]);
  });

  it('compares a running total only with what came before', () => {
    const early = aCase({ kind: 'running_total', history: [of('99.0', 2022)], actual: of('39.0', 2018) });
    expect(explain(early).warnings).toEqual([]);
  });

  it('warns of a running total under its baseline', () => {
    const trace = explain(aCase({ kind: 'running_total', actual: of('39.0', 2021) }));
    expect(trace.warnings.map(({ params }) => params)).toEqual([
      { fromYear: 2018, from: '40.0', year: 2021, to: '39.0' },
    ]);
  });
});
