import { describe, it, expect } from '@jest/globals';
import type { Participation } from './judgement.codes.js';
import { participationShare } from './participation-share.rules.js';

const items = (...values: readonly (Participation | null)[]) =>
  values.map((participation, at) => ({ itemId: String(at), participation }));

describe('the share of items done with citizen participation', () => {
  it('counts PI and 協働 among the items that say', () => {
    expect(participationShare(items('pi', 'collaboration', 'none', null), 1)).toEqual({
      value: '66.7',
      numerator: 2,
      denominator: 3,
      unanswered: 1,
    });
  });

  it('counts an item that is shown twice once', () => {
    expect(participationShare([...items('pi', 'none'), ...items('pi')], 1)).toMatchObject({
      value: '50.0',
      denominator: 2,
    });
  });

  it('is zero when nobody took part and blank when nobody said', () => {
    expect(participationShare(items('none', 'none'), 1).value).toBe('0.0');
    expect(participationShare(items(null), 1)).toEqual({
      value: null,
      numerator: 0,
      denominator: 0,
      unanswered: 1,
    });
    expect(participationShare([], 1).value).toBeNull();
  });

  it('rounds half-up to the asked decimals', () => {
    const one = items('pi', ...Array.from({ length: 7 }, () => 'none' as const));
    expect(participationShare(one, 0).value).toBe('13');
    expect(participationShare(one, 2).value).toBe('12.50');
  });
});
