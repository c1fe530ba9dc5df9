import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('akatsuki-city'));

describe('a plan by 章 and 節 with full-width digits and other part names', () => {
  it('holds sections together under their chapters, with keys of their own', () => {
    expect(reading.parents.map(({ key, level, number, title }) => [key, level, number, title])).toEqual([
      ['1', '章', 1, '安全に暮らせるまち'],
      ['2', '章', 2, '学びあえるまち'],
    ]);
    expect(
      reading.sections.map(({ key, parentKey, number, title }) => [key, parentKey, number, title]),
    ).toEqual([
      ['1/1', '1', 1, '地震に備える'],
      ['1/2', '1', 2, '川に備える'],
      ['2/1', '2', 1, '図書館'],
    ]);
  });

  it('reads the stated period without a question', () => {
    expect([reading.firstFiscalYear, reading.lastFiscalYear]).toEqual([2024, 2028]);
    expect(reading.questions.map((question) => question.code)).not.toContain('plan.period_missing');
  });

  it('reads tables set apart by blanks, tabs or bars, with the years in one heading line', () => {
    const values = reading.indicators.map(({ name, unit, baseline, baselineYear, target, targetYear }) => [
      name,
      unit,
      baseline,
      baselineYear,
      target,
      targetYear,
    ]);
    expect(values).toEqual([
      ['住まいの耐震化率', '%', '71.5', 2023, '90.0', 2028],
      ['避難訓練に出た人の数', '人', '3400', 2023, '5000', 2028],
      ['浸水した家の数', '戸', '120', 2023, '40', 2028],
      ['雨水をためる学校の割合', '%', '25.0', 2023, '100', 2028],
      ['貸出冊数', '万冊', '82', 2018, '100', 2027],
      ['開架面積（㎡）', '㎡', '900', 2018, '900', 2027],
    ]);
  });

  it('asks about units that were glued to a number or stood in the name', () => {
    const units = reading.questions.filter((question) => question.code.startsWith('plan.unit_'));
    expect(units.map(({ code, line }) => [code, line])).toEqual([
      ['plan.unit_glued', 40],
      ['plan.unit_glued', 41],
      ['plan.unit_in_name', 62],
    ]);
  });

  it('asks about a target that equals its baseline', () => {
    expect(reading.indicators.at(-1)?.direction).toBe('maintain');
    expect(reading.questions.find((question) => question.code === 'plan.direction_same')?.line).toBe(62);
  });

  it('reads bullets as items and joins their lines', () => {
    const items = reading.sections[0]?.programs.flatMap((program) => program.items);
    expect(items?.map(({ key, text }) => [key, text])).toEqual([
      ['1/1-(1)-・1', '診断の費用を助けます。'],
      ['1/1-(1)-・2', '学校の天井を直します。'],
      ['1/1-(2)-・1', '狭い道を広げます。'],
    ]);
  });

  it('puts items without a program under one, and asks once', () => {
    const [program] = reading.sections[1]?.programs ?? [];
    expect(program).toMatchObject({ key: '1/2-(0)', number: null, title: '主な取組' });
    expect(program?.items).toHaveLength(2);
    expect(reading.questions.filter((question) => question.code === 'plan.program_implicit')).toHaveLength(1);
  });

  it('reads policies without numbers by paragraph, and asks', () => {
    expect(reading.sections[1]?.policies.map(({ number, line }) => [number, line])).toEqual([
      [1, 35],
      [2, 36],
    ]);
    expect(reading.questions.find((question) => question.code === 'plan.policies_unnumbered')?.line).toBe(35);
  });
});
