import { describe, expect, it } from '@jest/globals';
import { compareTexts } from './compare-texts';

const written = (before: string, after: string) =>
  compareTexts(before, after)
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

describe('what changed in a text', () => {
  it('shows whole phrases instead of torn syllables', () => {
    expect(written('研修を集合形式で4回開催した。', '研修をオンライン併用で8回開催した。')).toBe(
      '研修を[-集合形式で4][+オンライン併用で8]回開催した。',
    );
  });

  it('keeps a text that did not change in one piece', () => {
    expect(compareTexts('研修を開催した。', '研修を開催した。')).toEqual([
      { text: '研修を開催した。', kind: 'same' },
    ]);
  });

  it('shows a new sentence as added and an old one as removed', () => {
    expect(written('38事業で活用した。', '38事業で活用した。参加者が増えた。')).toBe(
      '38事業で活用した。[+参加者が増えた。]',
    );
    expect(written('38事業で活用した。参加者が増えた。', '38事業で活用した。')).toBe(
      '38事業で活用した。[-参加者が増えた。]',
    );
  });

  it('gives both texts back when one side is left out', () => {
    const before = '区役所職員向けの2回を中止した。';
    const after = '区役所職員向けは全5区で実施した。';
    const side = (hidden: string) =>
      compareTexts(before, after)
        .filter(({ kind }) => kind !== hidden)
        .map(({ text }) => text)
        .join('');
    expect(side('added')).toBe(before);
    expect(side('removed')).toBe(after);
  });
});
