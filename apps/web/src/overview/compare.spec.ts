import { describe, expect, it } from '@jest/globals';
import type { PlanReport } from '../api';
import { compareSections, compareYears, shareOf } from './compare';

const section = (key: string, grade: 'A' | 'B' | 'C' | 'D' | null, executionRate: string | null) =>
  ({ key, grade, executionRate, sheets: 8, approved: 6 }) as PlanReport['sections'][number];

const report = (change: object): PlanReport =>
  ({
    onTrack: { share: '55.6', ruleName: '標準', ruleVersion: 2 },
    completion: { sheets: 30, approved: 15 },
    costs: { settled: '22100', executionRate: '89.8' },
    answered: { open: 3 },
    sections: [section('1', 'B', '89.8')],
    ...change,
  }) as PlanReport;

describe('two years side by side', () => {
  it('gives each figure of both years and its signed change', () => {
    const before = report({
      onTrack: { share: '50.0', ruleName: '標準', ruleVersion: 2 },
      completion: { sheets: 20, approved: 20 },
      costs: { settled: '22000', executionRate: '90.0' },
      answered: { open: 5 },
    });
    expect(compareYears(report({}), before)).toEqual([
      { key: 'share', now: '55.6', beside: '50.0', change: '5.6' },
      { key: 'approved', now: '50.0', beside: '100.0', change: '-50.0' },
      { key: 'settled', now: '22.1', beside: '22.0', change: '0.1' },
      { key: 'rate', now: '89.8', beside: '90.0', change: '-0.2' },
      { key: 'open', now: '3', beside: '5', change: '-2' },
    ]);
  });

  it('compares no share of another rule, and nothing that one year lacks', () => {
    const otherRule = report({ onTrack: { share: '50.0', ruleName: '標準', ruleVersion: 1 } });
    expect(compareYears(report({}), otherRule)[0]).toMatchObject({ change: null, because: 'rule' });
    const unsettled = report({ costs: { settled: '0', executionRate: null } });
    expect(compareYears(report({}), unsettled)[2]).toEqual({
      key: 'settled',
      now: '22.1',
      beside: null,
      change: null,
    });
    expect(shareOf(0, 0)).toBeNull();
  });

  it('counts by how many grades a section rose or fell', () => {
    const before = report({ sections: [section('1', 'D', '90.0')] });
    expect(compareSections(report({}), before)[0]).toMatchObject({ grade: 2, rate: '-0.2', approved: '0.0' });
    expect(compareSections(before, report({}))[0]?.grade).toBe(-2);
    expect(compareSections(report({}), report({ sections: [] }))[0]).toMatchObject({
      beside: null,
      grade: null,
    });
  });
});
