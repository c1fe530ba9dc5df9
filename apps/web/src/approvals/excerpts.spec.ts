import { describe, expect, it } from '@jest/globals';
import { excerpts } from './excerpts';

describe('the excerpts of a change', () => {
  it('are short texts as they are', () => {
    expect(excerpts('31事業', '38事業')).toEqual({ before: '31事業', after: '38事業' });
  });

  it('begin shortly before the difference', () => {
    const same = 'パブリックコメント等のＰＩ手法を活用し、参加した人は';
    const found = excerpts(`${same}31人`, `${same}38人`);
    expect(found.before).toMatch(/^….{8}1人$/);
    expect(found.after).toMatch(/^….{8}8人$/);
  });

  it('end with an ellipsis when more follows, and take lines together', () => {
    const { before, after } = excerpts('', `一行目\n${'あ'.repeat(100)}`);
    expect(before).toBe('');
    expect(after).toMatch(/^一行目 あ+…$/);
    expect(after).toHaveLength(49);
  });

  it('show the end of a text that the other goes on from', () => {
    const text = 'あ'.repeat(30);
    expect(excerpts(text, `${text}追記`)).toEqual({
      before: `…${'あ'.repeat(8)}`,
      after: `…${'あ'.repeat(8)}追記`,
    });
  });
});
