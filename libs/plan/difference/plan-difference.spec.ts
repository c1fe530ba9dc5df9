import { describe, expect, it } from '@jest/globals';
import { isOtherPlan, planDifference, type PlanEntry } from './plan-difference.rules.js';

const item = (id: string, key: string, text: string, line: number, withdrawn = false): PlanEntry => ({
  id,
  kind: 'item',
  key,
  title: text,
  withdrawn,
  line,
  values: { text },
});
const BEFORE = [
  item('a', 'ア', '花を植える', 10),
  item('b', 'イ', '道を直す', 11),
  item('c', 'ウ', '橋を見る', 12),
];

describe('what an import does to a plan', () => {
  it('is nothing when nothing changed but the line', () => {
    expect(
      planDifference(
        BEFORE,
        BEFORE.map((one) => ({ ...one, line: (one.line ?? 0) + 3 })),
      ),
    ).toEqual([]);
  });

  it('names what is new, moved, reworded and gone, in the order of the document', () => {
    const after = [
      item('n', 'ア', '川を掃く', 10),
      item('a', 'イ', '花を植える', 11),
      item('b', 'ウ', '道を広げる', 12),
      item('c', '旧ウ', '橋を見る', 12, true),
    ];
    const difference = planDifference(BEFORE, after);
    expect(difference.map(({ change, key, keyBefore }) => [change, key, keyBefore])).toEqual([
      ['added', 'ア', null],
      ['moved', 'イ', 'ア'],
      ['changed', 'ウ', 'イ'],
      ['withdrawn', 'ウ', null],
    ]);
    expect(difference[2]?.fields).toEqual([{ field: 'text', before: '道を直す', after: '道を広げる' }]);
    expect(isOtherPlan(BEFORE, difference)).toBe(false);
  });

  it('counts what had been withdrawn before and is back as new', () => {
    const before = [item('a', 'ア', '花を植える', 10, true)];
    expect(planDifference(before, [item('a', 'ア', '花を植える', 10)])).toMatchObject([{ change: 'added' }]);
  });

  it('tells when the document is probably that of another plan', () => {
    const difference = planDifference(BEFORE, [item('x', 'ア', '学校を建てる', 3)]);
    expect(isOtherPlan(BEFORE, difference)).toBe(true);
    expect(isOtherPlan([], planDifference([], BEFORE))).toBe(false);
  });
});
