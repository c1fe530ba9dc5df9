import { describe, expect, it } from '@jest/globals';
import { excerpt, marked, type Piece, wordsOf } from './excerpt.rules.js';

/** 【】 around what is marked. */
const shown = (pieces: readonly Piece[] | null): string | null =>
  pieces && pieces.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');

describe('marking words in a text', () => {
  it.each([
    ['ワークショップを開いた', ['わーくしょっぷ'], '【ワークショップ】を開いた'],
    ['ﾜｰｸｼｮｯﾌﾟを開いた', ['ワークショップ'], '【ﾜｰｸｼｮｯﾌﾟ】を開いた'],
    ['ガイド', ['ｶﾞｲ'], '【ガイ】ド'],
    ['ｶﾞｲﾄﾞ', ['がい'], '【ｶﾞｲ】ﾄﾞ'],
    ['ＳＤＧ ｓの取組', ['sdgs'], '【ＳＤＧ ｓ】の取組'],
    ['市民・協働', ['市民協働'], '【市民・協働】'],
    ['１００％達成_済', ['100%'], '【１００％】達成_済'],
    ['令和３–５年度', ['3-5'], '令和【３–５】年度'],
    ['市民協働課', ['市民', '民協'], '【市民協】働課'],
    ['市民と市民', ['市民'], '【市民】と【市民】'],
    ['㈱青葉', ['株'], '【㈱】青葉'],
    ['𠮷野家の𠮷', ['𠮷'], '【𠮷】野家の【𠮷】'],
    ['何もない', ['ある'], '何もない'],
  ])('%s looked through for %j: %s', (text, words, found) => {
    expect(shown(marked(text, words))).toBe(found);
  });
});

describe('an excerpt', () => {
  const long = `${'あ'.repeat(100)}協働${'い'.repeat(100)}`;

  it('begins a little before the first hit and says where something is left out', () => {
    expect(shown(excerpt(long, ['協働']))).toBe(`…${'あ'.repeat(24)}【協働】${'い'.repeat(64)}…`);
  });

  it('keeps a short text whole', () => {
    expect(shown(excerpt('協働を進めた。', ['協働']))).toBe('【協働】を進めた。');
  });

  it('keeps to the answer with the hit, and no word reaches over two', () => {
    expect(shown(excerpt('市民\u001f協働を進めた', ['協働']))).toBe('【協働】を進めた');
    expect(excerpt('市民\u001f協働', ['民協'])).toBeNull();
    expect(shown(excerpt('協働\u001f市民と協働', ['市民', '協働']))).toBe('【市民】と【協働】');
  });

  it('puts lines into one', () => {
    expect(shown(excerpt('一行目\n\n二行目の協働', ['協働']))).toBe('一行目 二行目の【協働】');
  });

  it('is null without a hit', () => {
    expect(excerpt(long, ['防災'])).toBeNull();
    expect(excerpt('', ['防災'])).toBeNull();
  });

  it('shows a hit whole that is longer than an excerpt', () => {
    expect(shown(excerpt('ん'.repeat(200), ['ん'.repeat(150)]))).toBe(`【${'ん'.repeat(150)}】…`);
  });

  it('does not cut a letter in two', () => {
    const text = `${'𠮷'.repeat(40)}協働`;
    expect(shown(excerpt(text, ['協働']))).toBe(`…${'𠮷'.repeat(12)}【協働】`);
    const odd = `x${text}`;
    expect(shown(excerpt(odd, ['協働']))).toBe(`…${'𠮷'.repeat(12)}【協働】`);
    expect(shown(excerpt(`あ${odd}`, ['協働']))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });
});

describe('words of a query', () => {
  it('stand between blanks of any width; marks alone are no words', () => {
    expect(wordsOf('　市民　協働 ')).toEqual(['市民', '協働']);
    expect(wordsOf('、 （） " 市民 市民')).toEqual(['市民']);
    expect(wordsOf('% _ \\')).toEqual(['%', '_', '\\']);
    expect(wordsOf('市\0民')).toEqual(['市', '民']);
    expect(wordsOf('')).toEqual([]);
  });
});
