import { describe, expect, it } from '@jest/globals';
import { directionOfNumber, directionOfSign, meaningOfWords } from './direction.js';
import { readValue } from './value.js';

function propose(target: string, baseline: string, name = '拠点の数') {
  const [t, b] = [readValue(target), readValue(baseline)];
  if (t.kind !== 'number') throw new Error(`${target} is no number`);
  return directionOfNumber(t, b.kind === 'number' ? b : null, name);
}

describe('the direction of a target that is a number', () => {
  it.each([
    ['90', '65', 'up', null],
    ['0', '10', 'down', null],
    ['10', '9.99', 'up', null],
    ['10.0', '10', 'maintain', 'plan.direction_same'],
    ['9', '－', 'up', 'plan.direction_no_baseline'],
    ['0', '－', 'down', 'plan.direction_no_baseline'],
    ['700以上', '650', 'up', null],
    ['700以上', '750', 'up', 'plan.direction_wrong_side'],
    ['100以下', '120', 'down', null],
    ['100以下', '90', 'down', 'plan.direction_wrong_side'],
    ['100%を維持', '98', 'maintain', 'plan.direction_words'],
    ['5年間で100', '300', 'up', null],
  ])('to %s from %s is %s', (target, baseline, direction, doubt) => {
    expect(propose(target, baseline)).toEqual({ direction, doubt });
  });

  it.each([
    ['待機児童の数', '20', '10'],
    ['市民の満足度', '40', '50'],
    ['交通事故の件数', '120', '100'],
  ])('is asked about when %s goes to %s from %s', (name, target, baseline) => {
    expect(propose(target, baseline, name).doubt).toBe('plan.direction_unlikely');
  });

  it.each([
    ['事故防止の講習', '20', '10'],
    ['苦情の解消率', '90', '80'],
    ['駅の数', '1', '3'],
  ])('is believed for %s', (name, target, baseline) => {
    expect(propose(target, baseline, name).doubt).toBeNull();
  });
});

describe('the meaning of a target in words', () => {
  it.each([
    ['減少', 'down', 'level'],
    ['前年度より減少', 'down', 'level'],
    ['増加', 'up', 'level'],
    ['向上', 'up', 'level'],
    ['維持', 'maintain', 'level'],
    ['現状維持', 'maintain', 'level'],
    ['設置', 'up', 'milestone'],
    ['策定済み', 'up', 'milestone'],
    ['供用開始', 'up', 'milestone'],
  ])('%s', (words, direction, kind) => {
    expect(meaningOfWords(words)).toMatchObject({ direction, kind, unknown: false });
  });

  it('knows what it does not know', () => {
    expect(meaningOfWords('みんなで')).toMatchObject({ unknown: true });
  });

  it('sees that a target moves with the nation', () => {
    expect(meaningOfWords('全国平均以上')).toMatchObject({ direction: 'up', relative: true });
  });
});

describe('a direction column', () => {
  it.each([
    ['↑', 'up'],
    ['向上', 'up'],
    ['↘', 'down'],
    ['減少', 'down'],
    ['→', 'maintain'],
    ['', null],
  ])('%s', (cell, direction) => {
    expect(directionOfSign(cell)).toBe(direction);
  });
});
