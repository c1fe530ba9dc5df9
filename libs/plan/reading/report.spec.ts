import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan, toReport } from './index.js';

describe('the report for machines', () => {
  const report = toReport(readPlan(fixture('minamo-town')));

  it('has these parts in this order', () => {
    expect(Object.keys(report)).toEqual([
      'totals',
      'firstFiscalYear',
      'lastFiscalYear',
      'baselineFiscalYear',
      'targetFiscalYear',
      'sections',
      'indicators',
      'questions',
    ]);
  });

  it('counts sections, with the items of each program', () => {
    expect(report.sections).toEqual([
      { number: 1, title: '町民との対話', policies: 2, indicators: 2, programs: 2, items: [2, 2], line: 14 },
      { number: 2, title: '湖を守る行動', policies: 1, indicators: 2, programs: 1, items: [2], line: 48 },
    ]);
  });

  it('prints only what an indicator has', () => {
    expect(report.indicators[0]).toEqual({
      section: 1,
      name: '町民の声に返事をした割合',
      unit: '%',
      decimals: 1,
      direction: 'up',
      baseline: '43.5',
      baselineYear: 2018,
      target: '90.0',
      targetYear: 2023,
      line: 31,
    });
    expect(report.indicators[3]).toEqual({
      section: 2,
      name: '湖岸のごみの通報件数',
      unit: '件',
      decimals: 0,
      direction: 'down',
      baseline: '58',
      baselineYear: 2018,
      targetWords: '減少',
      targetYear: 2023,
      note: true,
      line: 63,
    });
  });

  it('prints kind, floor, targets and a missing baseline', () => {
    const { indicators } = toReport(readPlan(fixture('targets')));
    expect(indicators[3]).toEqual({
      section: 1,
      name: '出前相談の回数',
      unit: '回',
      decimals: 0,
      direction: 'up',
      kind: 'plan_total',
      baseline: null,
      target: '100',
      targetYear: 2029,
      line: 12,
    });
    expect(indicators[4]).toMatchObject({ target: '150', floor: true });
    expect(indicators[7]).toMatchObject({
      baseline: null,
      targets: [
        { value: '6', year: 2025 },
        { value: '9', year: 2029 },
      ],
    });
    expect(indicators[7]).not.toHaveProperty('baselineYear');
  });

  it('prints questions as line, subject and sentence', () => {
    expect(report.questions[1]).toEqual({
      line: 63,
      about: '第2節「湖岸のごみの通報件数」',
      text: '63行目の目標は「減少」です。「低いほどよい」指標と読みました。この方向でよいかを決めてください。',
    });
  });
});
