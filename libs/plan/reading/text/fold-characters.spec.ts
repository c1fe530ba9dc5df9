import { describe, expect, it } from '@jest/globals';
import { foldCharacters } from './fold-characters.js';
import { sourceLines, splitCells } from './source-lines.js';

describe('characters that look the same become the same', () => {
  it.each([
    ['１２，３４５．６％', '12,345.6%'],
    ['ＳＤＧｓ', 'SDGs'],
    ['ｱｲｳ ﾊﾟﾝ', 'アイウ パン'],
    ['か\u3099くしゅう', 'がくしゅう'],
    ['市⺠の⽣活', '市民の生活'],
    ['⑴ ㋿5', '(1) 令和5'],
    ['\ufeff第\u200b1節\u00ad', '第1節'],
  ])('%s', (printed, folded) => {
    expect(foldCharacters(printed)).toBe(folded);
  });

  it.each(['（駅、港など）', '①', 'Ⅷ', '～', '目標：', '㎡', '－'])('%s stays as printed', (text) => {
    expect(foldCharacters(text)).toBe(text);
  });
});

describe('lines and cells', () => {
  it('counts lines as an editor does, whatever ends them', () => {
    expect(sourceLines('a\r\nb\rc\n\fd').map(({ number, text }) => [number, text])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ]);
  });

  it.each([
    ['\t単位\t基準値', ['', '単位', '基準値']],
    ['| 指標 | | 単位 |', ['指標', '', '単位']],
    ['指標   単位  現状値 (R5)', ['指標', '単位', '現状値 (R5)']],
    ['指標　単位　　基準値', ['指標', '単位', '基準値']],
    ['ただの 文です。', ['ただの 文です。']],
  ])('%s', (printed, cells) => {
    const [line] = sourceLines(printed);
    expect(line && splitCells(line)).toEqual(cells);
  });
});
