import { describe, expect, it } from '@jest/globals';
import { planKeyOf } from './plan-number.rules.js';

describe('a query that is a number of the plan', () => {
  it.each([
    ['7(1)ア', '7-(1)-ア'],
    ['第7節 (1)ア', '7-(1)-ア'],
    ['第７章（１）', '7-(1)'],
    ['７（１）ｱ', '7-(1)-ア'],
    ['7-(1)-ア', '7-(1)-ア'],
    [' 7 (1) ア ', '7-(1)-ア'],
    ['第10節(12)', '10-(12)'],
  ])('%s names %s', (query, key) => {
    expect(planKeyOf(query)).toBe(key);
  });

  it.each(['7', '(1)ア', '平成3(1991)', '3(1)アイ', '協働 7(1)ア', '第3節 (2)イと連携', 'ア', ''])(
    '%s names none',
    (query) => {
      expect(planKeyOf(query)).toBeNull();
    },
  );
});
