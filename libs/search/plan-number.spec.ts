import { describe, expect, it } from '@jest/globals';
import { withPlanKeys } from './plan-number.rules.js';

describe('a number of the plan in a query', () => {
  it.each([
    ['7(1)ア', '7-(1)-ア'],
    ['第7節 (1)ア', '7-(1)-ア'],
    ['７（１）ア', '７-(１)-ア'],
    ['7-(1)-ア', '7-(1)-ア'],
    ['7 (1) ア', '7-(1)-ア'],
    ['第10節(12)', '10-(12)'],
    ['協働 7(1)ア 講座', '協働 7-(1)-ア 講座'],
  ])('%s is looked for as %s', (query, key) => {
    expect(withPlanKeys(query)).toBe(key);
  });

  it.each(['7', '(1)ア', '平成3(1991)', '3(1)アイウ', '協働7(1)ア', 'ア', ''])('%s stays', (query) => {
    expect(withPlanKeys(query)).toBe(query);
  });
});
