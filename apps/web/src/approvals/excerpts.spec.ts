import { describe, expect, it } from '@jest/globals';
import { excerpts } from './excerpts';

describe('the excerpts of a change', () => {
  it('are short texts as they are', () => {
    expect(excerpts('31事業', '38事業')).toEqual({ before: '31事業', after: '38事業' });
  });

  it('begin with a word shortly before the difference', () => {
    const same = '意見を聞く手法を広く使い、市民に参加を呼びかけ、来た人は';
    const found = excerpts(`${same}31人`, `${same}38人`);
    expect(found.before).toMatch(/^….{8,14}1人$/);
    expect(found.after).toMatch(/^….{8,14}8人$/);
    expect(same).toContain(found.after.slice(1, -3));
  });

  it('end with an ellipsis when more follows, and take lines together', () => {
    const { before, after } = excerpts('', `一行目\n${'あ'.repeat(100)}`);
    expect(before).toBe('');
    expect(after).toMatch(/^一行目 あ+…$/);
    expect(after).toHaveLength(49);
  });

  it('show the end of a text that the other goes on from', () => {
    const text = '説明会を開き、地区の人と話し、意見をまとめて、計画に入れる。';
    const found = excerpts(text, `${text}追記`);
    expect(found.after).toBe(`${found.before}追記`);
    expect(found.before).toMatch(/^….*入れる。$/);
  });
});
