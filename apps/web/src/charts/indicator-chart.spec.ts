import { describe, expect, it } from '@jest/globals';
import type { IndicatorView } from '../api';
import { seriesOf } from './chart-series';
import { indicatorChart } from './indicator-chart';
import { boxOf, overlaps } from './place-labels';

const SIZE = { width: 336, height: 208 };

const actual = (fiscalYear: number, value: string | null): IndicatorView['actuals'][number] => ({
  fiscalYear,
  value,
  milestone: null,
  reason: value === null ? 'survey_not_held' : null,
  preliminary: false,
  source: '',
  specialNote: '',
});

function share(actuals: IndicatorView['actuals'], more: Partial<IndicatorView> = {}): IndicatorView {
  return {
    key: '1-指標1',
    sectionKey: '1',
    sectionNumber: '第1節',
    sectionTitle: '',
    name: '市民参画・協働による事業の割合',
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
    expectedPath: ['43.8', '45.0', '46.3', '47.5', '48.8', '50.0'].map((value, at) => ({
      fiscalYear: 2018 + at,
      value,
      unrounded: value,
    })),
    actuals,
    judgements: [],
    latest: null,
    ...more,
  };
}

describe('the chart of an indicator', () => {
  it('draws the path, joins the actuals to the baseline and writes every value', () => {
    const chart = indicatorChart(share([actual(2019, '44.6'), actual(2020, '45.9')]), SIZE, 2020);
    expect(chart.path).toMatch(/^M/);
    expect(chart.lines).toHaveLength(1);
    expect(chart.dots.map((dot) => dot.label.text)).toEqual(['44.6', '45.9']);
    expect(chart.baseline?.label.text).toBe('43.8');
    expect(chart.targets.map((target) => target.label.text)).toEqual(['50.0']);
    expect(chart.years.map((year) => year.fiscalYear)).toEqual([2018, 2019, 2020, 2021, 2022, 2023]);
  });

  it('breaks the line where a year is missing and never carries a value forward', () => {
    const series = seriesOf(share([actual(2019, '31.5'), actual(2020, null), actual(2021, '36.8')]), 2021);
    expect(series.lines.map((line) => line.map((point) => point.fiscalYear))).toEqual([[2018, 2019], [2021]]);
    expect(series.gaps).toMatchObject([{ fiscalYear: 2020, reason: 'survey_not_held' }]);
  });

  it('does not join the computed share to the published baseline of another population', () => {
    const series = seriesOf(share([actual(2019, '44.4')], { formula: 'share_on_track' }), 2019);
    expect(series.fromBaseline).toBe(false);
    expect(series.lines).toHaveLength(1);
  });

  it('measures the share of indicators from zero', () => {
    const first = (formula: IndicatorView['formula']) =>
      indicatorChart(share([actual(2019, '44.4')], { formula }), SIZE, 2019).ticks[0]?.label;
    expect(first('share_on_track')).toBe('0');
    expect(first(null)).toBe('40');
  });

  it('starts a new line when the rule of a computed share changed', () => {
    const judged = (fiscalYear: number, ruleVersion: number) =>
      ({ fiscalYear, ruleVersion }) as IndicatorView['judgements'][number];
    const indicator = share([actual(2019, '44.4'), actual(2020, '50.0')], {
      formula: 'share_on_track',
      judgements: [judged(2019, 1), judged(2020, 2)],
    });
    expect(seriesOf(indicator, 2020).lines).toHaveLength(2);
  });

  it('adds up a total over the plan from zero', () => {
    const indicator = share([actual(2019, '12'), actual(2020, '31')], { kind: 'plan_total', decimals: 0 });
    const series = seriesOf(indicator, 2020);
    expect(series.lines.flat().map((point) => point.text)).toEqual(['12', '43']);
    expect(series.baseline?.text).toBe('0');
  });

  it('draws no path and no diamond for a target in words', () => {
    const indicator = share([actual(2019, '171')], {
      targets: [{ value: null, fiscalYear: 2023, floor: false }],
      targetWords: '減少',
      expectedPath: [],
    });
    const chart = indicatorChart(indicator, SIZE, 2019);
    expect(chart.path).toBeNull();
    expect(chart.targets).toEqual([]);
    expect(chart.targetWord?.text).toBe('減少');
  });

  it('runs straight to the target, also where expected values are rounded to whole numbers', () => {
    const steps: readonly (readonly [string, string])[] = [
      ['14', '14'],
      ['15', '14.5'],
      ['15', '15'],
    ];
    const expectedPath = steps.map(([value, unrounded], at) => ({ fiscalYear: 2018 + at, value, unrounded }));
    const points = seriesOf(share([], { decimals: 0, expectedPath }), 2020).path.map(({ at }) => at);
    expect(points).toEqual([14, 14.5, 15]);
  });

  it('keeps the values of a long history off each other', () => {
    const years = Array.from({ length: 11 }, (_, at) => actual(2012 + at, String(4100 + at * 180)));
    const indicator = share(years, {
      decimals: 0,
      baseline: { value: '4012', fiscalYear: 2011 },
      targets: [{ value: '7000', fiscalYear: 2023, floor: false }],
      expectedPath: [
        { fiscalYear: 2011, value: '4012', unrounded: '4012' },
        { fiscalYear: 2023, value: '7000', unrounded: '7000' },
      ],
    });
    const boxes = indicatorChart(indicator, SIZE, 2022).dots.map(({ label }) => boxOf(label.text, label));
    const touching = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => overlaps(one, other)));
    expect(touching).toEqual([]);
  });
});
