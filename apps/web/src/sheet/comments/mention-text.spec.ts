import { describe, expect, it } from '@jest/globals';
import { askedAt, bodyOf, labelOf, lengthOf, restOf, withChosen, writtenFrom } from './mention-text';
import type { Written } from './mention-text';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const MIURA = { personId: ID, label: '@市民協働課 三浦 千尋' };
const plain = (text: string): Written => ({ text, chosen: [] });

describe('what is asked after an @', () => {
  it.each([
    ['@', 1, { from: 0, words: '' }],
    ['確認 @みう', 6, { from: 3, words: 'みう' }],
    ['確認＠三浦 千', 7, { from: 2, words: '三浦 千' }],
    ['mail a@example', 14, null],
    ['@三浦\nさん', 5, null],
    ['@三浦さん、お願い', 9, null],
    [`@${'長'.repeat(31)}`, 32, null],
    ['何もない', 4, null],
  ])('%j', (text, caret, asked) => {
    expect(askedAt(plain(text), caret)).toEqual(asked);
  });

  it('is nothing any more once somebody is chosen', () => {
    const { written, caret } = withChosen(plain('確認 @みう お願い'), { from: 3, words: 'みう' }, 6, MIURA);
    expect(written.text).toBe('確認 @市民協働課 三浦 千尋 お願い');
    expect(written.text.slice(0, caret)).toBe('確認 @市民協働課 三浦 千尋 ');
    expect(askedAt(written, caret)).toBeNull();
  });
});

describe('what was typed while a comment was being sent', () => {
  it.each([
    ['確認しました。', '確認しました。', ''],
    ['確認しました。', '確認しました。 \n', ''],
    ['確認しました。', '確認しました。\n数字も見ました。', '数字も見ました。'],
    ['確認しました。', '数字を確認しました。', '数字を確認しました。'],
    ['確認しました。', '', ''],
  ])('sent %j, now %j: %j is left', (sent, now, left) => {
    expect(restOf(plain(now), plain(sent)).text).toBe(left);
  });

  it('keeps whom it speaks to', () => {
    const rest = restOf({ text: `はい ${MIURA.label} お願い`, chosen: [MIURA] }, plain('はい'));
    expect(bodyOf(rest)).toBe(`@[${ID}] お願い`);
  });
});

describe('a comment on its way to the server', () => {
  it('names people by id, and comes back as it was typed', () => {
    const written = { text: `${MIURA.label} 確認を\nお願いします`, chosen: [MIURA] };
    expect(bodyOf(written)).toBe(`@[${ID}] 確認を\nお願いします`);
    const parts = [
      { kind: 'mention', personId: ID, name: '三浦 千尋', departmentName: '市民協働課' },
      { kind: 'text', text: ' 確認を\nお願いします' },
    ] as const;
    expect(writtenFrom(parts)).toEqual(written);
    expect(lengthOf(written)).toBe(12);
  });

  it('takes a mended label for words, and one that begins like another for itself', () => {
    expect(bodyOf({ text: '@市民協働課 三浦さん', chosen: [MIURA] })).toBe('@市民協働課 三浦さん');
    const short = { personId: OTHER, label: '@市民協働課 三浦' };
    expect(bodyOf({ text: `${MIURA.label}と${short.label}`, chosen: [short, MIURA] })).toBe(
      `@[${ID}]と@[${OTHER}]`,
    );
  });

  it('puts the department before the name', () => {
    expect(labelOf('広報課', '松田 理沙')).toBe('@広報課 松田 理沙');
    expect(labelOf(null, '松田 理沙')).toBe('@松田 理沙');
  });
});
