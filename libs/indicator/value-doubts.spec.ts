import { describe, expect, it } from '@jest/globals';
import { knownBefore, type Measured, valueDoubts } from './value-doubts.rules.js';

type Actual = Measured['actuals'][number];

const actual = (fiscalYear: number, value: string | null): Actual => ({
  fiscalYear,
  value,
  milestone: null,
  reason: value === null ? 'survey_not_held' : null,
  preliminary: false,
  source: '',
  specialNote: '',
});
const share: Measured = {
  name: '市民参画・協働による事業の割合',
  unit: '％',
  decimals: 1,
  kind: 'level',
  formula: null,
  baseline: { value: '43.8', fiscalYear: 2018 },
  actuals: [actual(2019, '44.6'), actual(2020, '45.9')],
};
const codes = (value: string, indicator: Measured = share) =>
  valueDoubts(value, indicator, 2021).map(({ code }) => code);

describe('what looks odd about a value', () => {
  it('is nothing in a value like those before', () => {
    expect(codes('47.5')).toEqual([]);
    expect(codes('47.50')).toEqual([]);
  });

  it('is a decimal more than is printed', () => {
    expect(valueDoubts('47.55', share, 2021)).toEqual([{ code: 'value_decimals', params: { count: 1 } }]);
  });

  it('is a share outside 0 to 100, or a count below nothing', () => {
    expect(codes('475')).toEqual(['value_percent_range', 'value_far']);
    expect(codes('-3')).toEqual(['value_percent_range', 'value_far']);
    const count: Measured = {
      ...share,
      unit: '件',
      decimals: 0,
      baseline: null,
      actuals: [actual(2020, '4')],
    };
    expect(codes('-1', count)).toEqual(['value_negative', 'value_far']);
  });

  it('is a value far from the last one that is known', () => {
    expect(valueDoubts('4.7', share, 2021)).toEqual([
      { code: 'value_far', params: { fiscalYear: 2020, value: '45.9', unit: '％' } },
    ]);
    const restless: Measured = { ...share, actuals: [actual(2019, '20.0'), actual(2020, '45.9')] };
    expect(codes('95.0', restless)).toEqual([]);
  });

  it('knows nothing without an earlier value, after a single zero, or of a baseline counted otherwise', () => {
    const empty: Measured = { ...share, unit: '件', decimals: 0, baseline: null, actuals: [] };
    expect(codes('900', empty)).toEqual([]);
    expect(codes('900', { ...empty, actuals: [actual(2020, '0')] })).toEqual([]);
    expect(
      codes('900', { ...empty, kind: 'plan_total', baseline: { value: '3', fiscalYear: 2018 } }),
    ).toEqual([]);
  });

  it('is a running total that fell', () => {
    expect(codes('45.0', { ...share, unit: '件', kind: 'running_total' })).toEqual(['running_total_fell']);
  });

  it('looks only at earlier years', () => {
    expect(knownBefore(share, 2020).map((one) => one.fiscalYear)).toEqual([2018, 2019]);
  });
});
