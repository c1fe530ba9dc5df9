import { describe, expect, it } from '@jest/globals';
import { saysTheSame } from './same-answers.rules.js';

describe('two answers say the same', () => {
  it('when numbers are equal, however many zeros they carry', () => {
    expect(saysTheSame('decimal', '1.20', '1.2')).toBe(true);
    expect(saysTheSame('money', '0.0', '0')).toBe(true);
    expect(saysTheSame('money', '8310', '8310.5')).toBe(false);
    const parts = { national: '0', prefectural: '0', bond: '0', other: '0', general: '8310' };
    expect(saysTheSame('funding', parts, { ...parts, national: '0.0' })).toBe(true);
    expect(saysTheSame('funding', parts, { ...parts, national: '1' })).toBe(false);
  });

  it('when a blank stands for no answer, but not when it stands for a word', () => {
    expect(saysTheSame('text', ' ', null)).toBe(true);
    expect(saysTheSame('text', ' 目標 ', '目標')).toBe(true);
    expect(saysTheSame('text', '特になし', null)).toBe(false);
    expect(saysTheSame('commitments', [], null)).toBe(true);
  });

  it('when a list without an order has another one', () => {
    expect(saysTheSame('sdgs', [17, 11], [11, 17])).toBe(true);
    const [first, second] = [
      { name: '件数', value: '3' },
      { name: '回数', value: '5.0' },
    ];
    expect(saysTheSame('activityActuals', [first, second], [{ name: '回数', value: '5' }, first])).toBe(true);
    expect(saysTheSame('activityActuals', [first, { name: '回数', value: null }], [first])).toBe(true);
    const promises = [
      { what: 'あ', who: '課長', dueOn: '2022-09-30' },
      { what: 'い', who: '課長', dueOn: '2022-09-30' },
    ];
    expect(saysTheSame('commitments', promises, promises.toReversed())).toBe(false);
  });
});
