import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import { explain } from './judgement.rules.js';
import type { BasisRow } from './judgement.types.js';

function rowsOf(...fields: Parameters<typeof aCase>): readonly BasisRow[] {
  return explain(aCase(...fields)).rows;
}

function symbols(...fields: Parameters<typeof aCase>): string {
  return rowsOf(...fields)
    .map(({ deciding, symbol }) => (deciding ? `[${symbol}]` : symbol))
    .join(' ');
}

function howExpected(...fields: Parameters<typeof aCase>) {
  return rowsOf(...fields).find(({ symbol }) => symbol === 'E')?.how;
}

describe('判定の根拠', () => {
  it('shows values, formulas with numbers and the deciding line', () => {
    const given = { baseline: of('43.8', 2018), targets: [of('50.0', 2023)], actual: of('47.5', 2021) };
    const rows = rowsOf(given).map(({ deciding, how, symbol, unit, value, year }) => [
      symbol,
      value,
      unit,
      year,
      how,
      deciding,
    ]);
    const line = { key: 'judgement.how.line', params: { elapsed: 3, span: 5, value: '47.52' } };
    const ground = { key: 'judgement.ground.at_expected_by_rounding', params: {} };
    expect(rows).toEqual([
      ['B', '43.8', 'value', 2018, null, false],
      ['T', '50.0', 'value', 2023, null, false],
      ['E', '47.5', 'value', 2021, line, false],
      ['A', '47.5', 'value', 2021, ground, true],
      ['p', '59.7', 'percent', null, { key: 'judgement.how.progress', params: {} }, false],
      ['r', '99.5', 'percent', null, { key: 'judgement.how.pace', params: { need: '60.0' } }, false],
    ]);
  });

  it('marks the pace when the pace decided', () => {
    expect(symbols({ actual: of('47.2', 2021) })).toBe('B T E A p [r]');
    expect(symbols({ actual: of('41.0', 2021) })).toBe('B T E A p [r]');
    expect(symbols({ actual: of('40.0', 2021) })).toBe('B T E [A] p r');
  });

  it('leaves out the lines that the rules leave blank', () => {
    const words = { targets: [{ value: null, year: 2023 }], targetWords: '増加' as const };
    expect(symbols({ direction: 'maintain' })).toBe('B T E [A]');
    expect(symbols(words)).toBe('B T [A]');
    expect(symbols({ baseline: null })).toBe('T [A]');
    expect(symbols({ ...words, kind: 'milestone', baseline: null, actual: of('検討', 2021) })).toBe('T [A]');
    expect(symbols({ actual: { reason: 'survey_not_held', year: 2021 } })).toBe('B T E [A]');
  });

  it('writes words and milestones as words', () => {
    const words = { targets: [{ value: null, year: 2023 }], targetWords: '増加' as const };
    expect(rowsOf(words).find(({ symbol }) => symbol === 'T')).toMatchObject({ value: '増加', unit: 'word' });
    const milestone = rowsOf({ ...words, kind: 'milestone', baseline: null, actual: of('検討', 2021) });
    expect(milestone.map(({ unit, value }) => [value, unit])).toEqual([
      ['完了', 'word'],
      ['検討', 'word'],
    ]);
  });

  it.each([
    [{ targets: [of('42.0', 2020), of('60.0', 2023)] }, 'between'],
    [{ targets: [of('42.0', 2021), of('60.0', 2023)] }, 'target'],
    [{ annualTargets: [of('42.0', 2021)] }, 'annual'],
    [{ actual: of('50.0', 2025) }, 'after_target'],
    [{ direction: 'maintain' as const }, 'kept'],
    [{ kind: 'plan_total' as const }, 'shareOfTotal'],
    [{ kind: 'plan_total' as const, annualTargets: [of('20.0', 2020)] }, 'annual_sum'],
  ])('says where E comes from: %j', (fields, how) => {
    expect(howExpected(fields)?.key).toBe(`judgement.how.${how}`);
  });

  it('names the neighbours between which E lies', () => {
    expect(howExpected({ annualTargets: [of('44.0', 2019), of('50', 2022)] })?.params).toEqual({
      fromYear: 2019,
      from: '44.0',
      toYear: 2022,
      to: '50.0',
      value: '48',
    });
  });

  it('says why r is blank where E = B', () => {
    const rows = rowsOf({ annualTargets: [of('40.0', 2021)] });
    expect(rows.at(-1)).toMatchObject({ symbol: 'r', value: null, how: { key: 'judgement.how.noPaceYet' } });
  });

  it('says that a plan total counts from 0', () => {
    const [baseline] = rowsOf({ kind: 'plan_total' });
    expect(baseline).toMatchObject({ value: '0.0', how: { key: 'judgement.how.countsFromZero' } });
  });

  it('keeps decimals that the plan printed', () => {
    expect(rowsOf({ baseline: of('40.25', 2018) })[0]?.value).toBe('40.25');
  });
});

describe('the sentence that tells why', () => {
  it('carries the numbers that were compared', () => {
    const { because } = explain(aCase({ actual: of('47.2', 2021) }));
    expect(because.key).toBe('judgement.because.pace_mostly');
    expect(because.params).toMatchObject({ actual: '47.2', expected: '52.0', pace: '60.0', threshold: '60' });
  });

  it('tells the reason of what is not judged', () => {
    expect(explain(aCase({ actual: { reason: 'survey_not_held', year: 2021 } })).because).toMatchObject({
      key: 'judgement.because.not_judged.survey_not_held',
      params: { year: 2021 },
    });
    expect(explain(aCase({ baseline: null })).because.key).toBe('judgement.because.not_judged.no_baseline');
  });
});
