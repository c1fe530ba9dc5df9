import { describe, expect, it } from '@jest/globals';
import type { IndicatorView, Judgement } from '../api';
import { judgementBasis } from './judgement-basis';

const JUDGED: Judgement = {
  fiscalYear: 2021,
  status: 'on_track',
  expected: '47.5',
  expectedUnrounded: '47.52',
  progress: '59.7',
  need: '60.0',
  pace: '99.5',
  reason: null,
  byRounding: true,
  atOrAfterTargetYear: false,
  ruleName: '標準',
  ruleVersion: 1,
};

function indicator(judgement: Partial<Judgement>, more: Partial<IndicatorView> = {}): IndicatorView {
  const value = 'value' in judgement ? null : '47.5';
  return {
    key: '1-指標1',
    sectionKey: '1',
    sectionNumber: '',
    sectionTitle: '',
    name: '',
    unit: '%',
    decimals: 1,
    direction: 'up',
    kind: 'level',
    note: '',
    formula: null,
    ownerName: null,
    baseline: { value: '43.8', fiscalYear: 2018 },
    targets: [{ value: '50.0', fiscalYear: 2023, floor: false }],
    targetWords: null,
    expectedPath: [],
    actuals: [
      {
        fiscalYear: 2021,
        value,
        milestone: null,
        reason: null,
        preliminary: false,
        source: '',
        specialNote: '',
      },
    ],
    judgements: [{ ...JUDGED, ...judgement }],
    latest: null,
    ...more,
  };
}

const decider = (view: IndicatorView) => judgementBasis(view, 2021)?.rows.find((row) => row.deciding);

describe('判定の根拠', () => {
  it('shows the straight line with its numbers and marks the comparison that decided', () => {
    const basis = judgementBasis(indicator({}), 2021);
    const expected = basis?.rows.find((row) => row.symbol === 'E');
    expect(expected?.how).toEqual({
      key: 'basis.expectedOnLine',
      values: { B: '43.8', T: '50.0', unrounded: '47.52' },
      words: { elapsed: 3, span: 5 },
    });
    expect(basis?.rows.filter((row) => row.deciding).map((row) => row.symbol)).toEqual(['A']);
  });

  it('says how much is missing when only rounding made it on track', () => {
    expect(judgementBasis(indicator({}), 2021)?.rounding).toMatchObject({
      unrounded: '47.52',
      short: '0.02',
    });
    expect(judgementBasis(indicator({ byRounding: false }), 2021)?.rounding).toBeNull();
  });

  it('does not claim a straight line when the expected value lies elsewhere', () => {
    const view = indicator({ expected: '46.0', expectedUnrounded: '46' });
    expect(judgementBasis(view, 2021)?.rows.find((row) => row.symbol === 'E')?.how?.key).toBe(
      'basis.expectedOnPath',
    );
  });

  it('marks the pace for behind and the progress for worse', () => {
    expect(decider(indicator({ status: 'behind' }))?.symbol).toBe('r');
    expect(decider(indicator({ status: 'worse' }))?.symbol).toBe('p');
  });

  it('marks the missing baseline', () => {
    const view = indicator(
      { status: 'not_judged', reason: 'no_baseline', progress: null },
      { baseline: null },
    );
    expect(decider(view)).toMatchObject({ symbol: 'B', value: null });
  });

  it('marks the actual that is awaited', () => {
    const view = indicator({ status: 'awaited', progress: null, pace: null });
    const awaited = judgementBasis({ ...view, judgements: [], latest: view.judgements[0] ?? null }, 2021);
    expect(awaited?.because).toEqual({ key: 'because.awaited' });
    expect(awaited?.rows.find((row) => row.deciding)).toMatchObject({
      symbol: 'A',
      how: { key: 'rule.awaited' },
    });
  });

  it('compares with the target when the value is to be kept', () => {
    const view = indicator(
      { status: 'behind', progress: null, pace: null, expected: '50.0' },
      { targets: [{ value: '50.0', fiscalYear: 2023, floor: true }] },
    );
    expect(decider(view)?.how?.key).toBe('rule.kept.behind.up');
  });

  it('has nothing to say about a year without a judgement', () => {
    expect(judgementBasis(indicator({}), 2019)).toBeNull();
  });
});
