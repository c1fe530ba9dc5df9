import { describe, expect, it } from '@jest/globals';
import { isOtherYear } from './near-day';

describe('a date beside today', () => {
  it('needs its year in another calendar year, not in another fiscal year', () => {
    expect(isOtherYear('2023-04-01', '2022-04-01')).toBe(true);
    expect(isOtherYear('2022-03-31', '2022-04-01')).toBe(false);
    expect(isOtherYear('2022-12-28', '2023-01-04')).toBe(true);
  });
});
