import { describe, expect, it } from '@jest/globals';
import { followers, readBracket, readMarker } from './markers.js';

describe('the marker of a list entry', () => {
  it.each([
    ['ア 声を聞く', 'kana', 'ア', '声を聞く'],
    ['- ア 声を聞く', 'kana', 'ア', '声を聞く'],
    ['－ ア 声を聞く', 'kana', 'ア', '声を聞く'],
    ['・ ア 声を聞く', 'kana', 'ア', '声を聞く'],
    ['ア．声を聞く', 'kana', 'ア', '声を聞く'],
    ['㋐ 声を聞く', 'kana', 'ア', '声を聞く'],
    ['(ア) 声を聞く', 'paren-kana', 'ア', '声を聞く'],
    ['（イ）声を聞く', 'paren-kana', 'イ', '声を聞く'],
    ['① 声を聞く', 'circled', '①', '声を聞く'],
    ['(1) 声を聞く', 'paren-number', '1', '声を聞く'],
    ['1 声を聞く', 'number', '1', '声を聞く'],
    ['2．声を聞く', 'number', '2', '声を聞く'],
    ['1-2 声を聞く', 'number-parts', '1-2', '声を聞く'],
    ['a) 声を聞く', 'latin', 'a', '声を聞く'],
    ['・声を聞く', 'symbol-・', '・', '声を聞く'],
    ['○声を聞く', 'symbol-○', '○', '声を聞く'],
    ['- 声を聞く', 'dash', '-', '声を聞く'],
  ])('%s', (text, style, core, rest) => {
    expect(readMarker(text)).toEqual({ style, core, rest });
  });

  it.each(['アンケートを行う', '声を聞く', '30人が参加', '2030年までに', '-'])('%s has none', (text) => {
    expect(readMarker(text)).toBeNull();
  });
});

describe('a program in brackets', () => {
  it.each([
    ['【(1) 声を聞く事業】', '1', '声を聞く事業', true],
    ['【声を聞く事業】', '', '声を聞く事業', true],
    ['【1】声を聞く事業', '1', '声を聞く事業', true],
    ['【① 声を聞く事業】', '①', '声を聞く事業', true],
    ['【(3) 声を', '3', '声を', false],
  ])('%s', (text, core, rest, closed) => {
    expect(readBracket(text)).toEqual({ style: 'bracket', core, rest, closed });
  });

  it('is no text that merely has brackets', () => {
    expect(readBracket('声【注】を聞く')).toBeNull();
  });
});

describe('what may follow a marker', () => {
  it.each([
    ['ア', ['イ']],
    ['オ', ['カ']],
    ['①', ['②']],
    ['9', ['10']],
    ['・', []],
    ['', []],
  ])('%s', (core, next) => {
    expect(followers(core)).toEqual(next);
  });

  it('a list begins with 1, ア, イロハ or ①', () => {
    expect(followers(null)).toEqual(expect.arrayContaining(['1', 'ア', 'イ', '①', 'a']));
  });

  it('イ may be followed by ウ or ロ', () => {
    expect(followers('イ')).toEqual(['ウ', 'ロ']);
  });
});
