import { describe, expect, it } from '@jest/globals';
import { plainLine, plainLines } from '../plain-text.rules.js';
import { excerptOf, mayStillEdit, mentionsIn, partsOf, writtenLength } from './comment.rules.js';

const MIURA = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const people = new Map([[MIURA, { personId: MIURA, name: '三浦 千尋', departmentName: '市民協働課' }]]);

describe('a comment', () => {
  it('names whom it speaks to, each once', () => {
    expect(mentionsIn(`@[${MIURA}] と @[${OTHER}]、@[${MIURA}]`)).toEqual([MIURA, OTHER]);
    expect(mentionsIn('mail@example.jp @[三浦] @[1234]')).toEqual([]);
  });

  it('is shown with the names of today; who is unknown stays as typed', () => {
    expect(partsOf(`@[${MIURA}] お願いします\n@[${OTHER}]`, people)).toEqual([
      { kind: 'mention', personId: MIURA, name: '三浦 千尋', departmentName: '市民協働課' },
      { kind: 'text', text: ` お願いします\n@[${OTHER}]` },
    ]);
    expect(partsOf('', people)).toEqual([]);
  });

  it('is as long as its reader sees, in letters and not in code units', () => {
    expect(writtenLength(`@[${MIURA}]𠮷野家`)).toBe(4);
  });

  it('is cut for a list, on one line', () => {
    const parts = partsOf(`@[${MIURA}]\n確認をお願いします`, people);
    expect(excerptOf(parts, 100)).toBe('@市民協働課 三浦 千尋 確認をお願いします');
    expect(excerptOf(parts, 4)).toBe('@市民協…');
  });

  it('may be mended for a day', () => {
    const written = new Date('2026-05-01T00:00:00Z');
    expect(mayStillEdit(written, new Date('2026-05-01T23:59:59Z'))).toBe(true);
    expect(mayStillEdit(written, new Date('2026-05-02T00:00:00Z'))).toBe(false);
  });

  it('keeps its lines and loses what only deceives', () => {
    expect(plainLines(' a\r\nb\u0000\u202ec\u2028d\te\n')).toBe('a\nbc\nd\te');
    expect(plainLine('出典\n 令和3年\u200b度')).toBe('出典 令和3年度');
  });
});
