import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('hidamari-village'));

describe('a plan by 基本目標 and 施策１－１', () => {
  it('prints a number with parts as it stands, and needs no other key', () => {
    expect(
      reading.sections.map(({ key, parentKey, level, number }) => [key, parentKey, level, number]),
    ).toEqual([
      ['1-1', '1', '施策', '1-1'],
      ['1-2', '1', '施策', '1-2'],
      ['2-1', '2', '施策', '2-1'],
    ]);
    expect(reading.indicators[0]?.section).toBe('1-1');
  });

  it('takes the period from the years beside the title', () => {
    expect(reading.title).toBe('ひだまり村むらづくり計画（2021年度～2025年度）');
    expect([reading.firstFiscalYear, reading.lastFiscalYear]).toEqual([2021, 2025]);
  });

  it('reads the years out of the column names', () => {
    expect(reading.indicators.map(({ baselineYear, targetYear }) => [baselineYear, targetYear])).toEqual([
      [2019, 2025],
      [2019, 2025],
      [2019, 2025],
    ]);
  });

  it('reads an indicator that is a line with an arrow', () => {
    expect(reading.indicators[2]).toMatchObject({
      name: '木材の出荷量',
      unit: 'm3',
      baseline: '1200',
      target: '2000',
      line: 54,
    });
  });

  it('keeps the parts that it does not use, away from the items', () => {
    expect(reading.sections[0]?.otherParts).toEqual([
      { heading: 'めざす姿', text: 'どの家にも相談できる人がいる。', line: 7 },
    ]);
    expect(reading.sections[1]?.programs[0]?.items).toHaveLength(1);
    expect(reading.sections[1]?.otherParts[0]?.heading).toBe('関連計画');
  });

  it('takes (ア) and ① without their ornaments', () => {
    expect(reading.sections[0]?.programs[0]?.items.map((item) => item.marker)).toEqual(['ア', 'イ']);
    expect(reading.sections[0]?.policies.map((policy) => policy.number)).toEqual([1, 2]);
  });
});
