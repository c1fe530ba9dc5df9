import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsOf, COLUMNS, padColumns, wrapText } from './wrap-text.js';

const KANA = 'あ'.repeat(39);

describe('columns of a text mail', () => {
  it('are two for a full-width character and one for a half-width one', () => {
    expect(columnsOf('計画（R5）')).toBe(10);
    expect(columnsOf('ｹｲｶｸ')).toBe(4);
    expect(columnsOf('𠮷野')).toBe(4);
    expect(columnsOf('か\u3099')).toBe(2);
    expect(padColumns('今週', 6)).toBe('今週  ');
  });
});

describe('a long line', () => {
  it('breaks between Japanese characters', () => {
    expect(wrapText(`${KANA}い`)).toEqual([KANA, 'い']);
    expect(wrapText(KANA)).toEqual([KANA]);
  });

  it('does not begin with a full stop or end with an opening bracket', () => {
    expect(wrapText(`${KANA}。い`)).toEqual([KANA.slice(1), 'あ。い']);
    expect(wrapText(`${KANA.slice(1)}（い）`)).toEqual([KANA.slice(1), '（い）']);
  });

  it('breaks other words at spaces and keeps an address whole', () => {
    const words = 'You get this mail because you are the manager of a division that has sheets to approve.';
    expect(wrapText(words, '  ')).toEqual([
      '  You get this mail because you are the manager of a division that has sheets',
      '  to approve.',
    ]);
    const address = `https://mawasu.example.jp/sheets/${'a'.repeat(80)}`;
    expect(wrapText(`開く ${address}`)).toEqual(['開く', address]);
  });

  it('hangs under its first line', () => {
    expect(wrapText(`${KANA}い`, '1. ', '   ')).toEqual([`1. ${KANA.slice(2)}`, '   ああい']);
  });

  it('loses nothing and stays within the columns', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(...'計画の回し方、（）。ー㈱'), maxLength: 60 }),
        fc.lorem(),
      ),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('', '   ', '> '), (parts, indent) => {
        const line = parts.join(' ');
        const lines = wrapText(line, indent);
        const plain = (text: string): string => text.replace(/[ >]/g, '');
        expect(plain(lines.join(''))).toBe(plain(line));
        // Characters that may not begin a line can follow each other without end.
        for (const one of lines)
          if (!/[、。ー）（]{3}/.test(one)) expect(columnsOf(one)).toBeLessThanOrEqual(COLUMNS);
      }),
    );
  });
});
