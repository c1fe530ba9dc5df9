import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('targets'));
const indicator = (name: string) => reading.indicators.find((each) => each.name === name);
const codesAbout = (name: string): string[] =>
  reading.questions
    .filter((question) => question.line === indicator(name)?.line)
    .map((question) => question.code);

describe('targets of every kind', () => {
  it('reads several targets in the order of their years', () => {
    expect(indicator('町に満足する町民の割合')).toMatchObject({
      targets: [
        { value: '50.0', year: 2025 },
        { value: '55.0', year: 2029 },
      ],
      target: '55.0',
      targetYear: 2029,
    });
    expect(codesAbout('町に満足する町民の割合')).toEqual([]);
  });

  it('reads a falling path down to zero', () => {
    expect(indicator('保育を待つ子ども')).toMatchObject({ direction: 'down', target: '0', decimals: 0 });
    expect(codesAbout('保育を待つ子ども')).toEqual([]);
  });

  it('reads 設置 as a milestone that needs neither baseline nor unit', () => {
    expect(indicator('新しい図書館')).toMatchObject({
      kind: 'milestone',
      targetWords: '設置',
      baseline: null,
      target: null,
      unit: '',
    });
    expect(codesAbout('新しい図書館')).toEqual([]);
  });

  it('reads 5年間で100 as a total over the plan', () => {
    expect(indicator('出前相談の回数')).toMatchObject({
      kind: 'plan_total',
      target: '100',
      totalYears: 5,
      baseline: null,
    });
  });

  it('gives a total over part of the plan its own year', () => {
    expect(indicator('拠点')).toMatchObject({
      kind: 'plan_total',
      target: '14',
      totalYears: 2,
      targetYear: 2027,
    });
  });

  it('reads 以上 as a floor and 以下 as a ceiling', () => {
    expect(indicator('登録団体の数')).toMatchObject({ target: '150', floor: true, direction: 'up' });
    expect(indicator('交通の事故')).toMatchObject({
      target: '1000',
      floor: true,
      direction: 'down',
      baselineYear: 2018,
    });
  });

  it.each([
    ['健康寿命', 'maintain', '維持', ['plan.direction_words']],
    ['届いた苦情', 'down', '減少', ['plan.direction_words']],
    ['投票率', 'up', '全国平均以上', ['plan.target_relative', 'plan.year_calendar']],
  ])('keeps the words of %s and asks', (name, direction, targetWords, codes) => {
    expect(indicator(name)).toMatchObject({ direction, targetWords, target: null });
    expect(codesAbout(name)).toEqual(codes);
  });

  it('takes a missing baseline for missing, never for zero', () => {
    expect(indicator('広域連携の事業')).toMatchObject({ baseline: null, baselineYear: null });
    expect(codesAbout('広域連携の事業')).toEqual(['plan.direction_no_baseline', 'plan.baseline_missing']);
    expect(indicator('植えた木の累計')).toMatchObject({
      baseline: '0',
      baselineYear: 2023,
      kind: 'running_total',
    });
  });

  it('does not make a number of a range', () => {
    expect(indicator('橋の点検')?.baseline).toBeNull();
    expect(codesAbout('橋の点検')).toContain('plan.baseline_missing');
  });

  it('asks when the name suggests the other direction', () => {
    expect(indicator('家庭ごみの排出量')?.direction).toBe('up');
    expect(codesAbout('家庭ごみの排出量')).toEqual(['plan.direction_unlikely']);
  });

  it('reads △ as minus', () => {
    expect(indicator('財政の余力')).toMatchObject({
      baseline: '-1.5',
      target: '0',
      decimals: 1,
      direction: 'up',
    });
  });

  it('asks about a value that is not exact', () => {
    expect(codesAbout('道のり')).toEqual(['plan.value_inexact']);
  });

  it('says in each question which line was read and what must be decided', () => {
    for (const { text, line } of reading.questions) {
      expect(text).toContain(`${line}行目`);
      expect(text).toMatch(/(?:決めて|確かめて|入力して)ください。$/);
      expect(text).not.toContain('{{');
    }
  });
});
