import { describe, expect, it } from '@jest/globals';
import { alike, type ReadEntry, sameEntries, type StoredEntry } from './same-entry.rules.js';

const HELP = '相談窓口の案内を多言語で行う。';
const TREES = '街路樹の剪定を計画的に進める。';
const WALKS = '市民と職員が地域を歩く会を開く。';

const stored: StoredEntry[] = [
  { id: 'a', key: '1-(1)-ア', parentId: 'p1', text: HELP },
  { id: 'b', key: '1-(1)-イ', parentId: 'p1', text: TREES },
  { id: 'c', key: '1-(2)-ア', parentId: 'p2', text: WALKS },
];
const read = (key: string, text: string, parentId: string | null = 'p1'): ReadEntry => ({
  key,
  parentId,
  text,
});
const match = (...entries: ReadEntry[]): Record<string, string> =>
  Object.fromEntries(sameEntries(stored, entries, false));

describe('entries of a corrected plan', () => {
  it('are the same where nothing changed', () => {
    expect(match(read('1-(1)-ア', HELP), read('1-(1)-イ', TREES), read('1-(2)-ア', WALKS, 'p2'))).toEqual({
      '1-(1)-ア': 'a',
      '1-(1)-イ': 'b',
      '1-(2)-ア': 'c',
    });
  });

  it('keep their identity behind one that was inserted', () => {
    expect(
      match(read('1-(1)-ア', '新しい取組を始める。'), read('1-(1)-イ', HELP), read('1-(1)-ウ', TREES)),
    ).toEqual({ '1-(1)-イ': 'a', '1-(1)-ウ': 'b' });
  });

  it('keep it when they change places, blanks and marks aside', () => {
    expect(match(read('1-(1)-ア', `${TREES} `), read('1-(1)-イ', HELP.replace('。', '')))).toEqual({
      '1-(1)-ア': 'b',
      '1-(1)-イ': 'a',
    });
  });

  it('keep it when they move under another heading', () => {
    expect(match(read('1-(2)-イ', HELP, 'p2'))).toEqual({ '1-(2)-イ': 'a' });
  });

  it('keep it when they are reworded, in place or behind an inserted one', () => {
    expect(match(read('1-(1)-ア', '相談窓口の案内を、やさしい日本語と多言語で行う。'))).toEqual({
      '1-(1)-ア': 'a',
    });
    expect(
      match(
        read('1-(1)-イ', '新しい取組を始める。'),
        read('1-(1)-ウ', '街路樹の剪定を計画的かつ安全に進める。'),
      ),
    ).toEqual({ '1-(1)-ウ': 'b' });
  });

  it('lose it when other words stand in their place: that is another promise', () => {
    expect(match(read('1-(1)-ア', '防災倉庫を増やす。'))).toEqual({});
  });

  it('are told apart by their place when the same words stand twice', () => {
    const twice: StoredEntry[] = [...stored, { id: 'd', key: '2-(1)-ア', parentId: 'p3', text: HELP }];
    const found = sameEntries(twice, [read('2-(1)-ア', HELP, 'p3'), read('1-(1)-ア', HELP)], false);
    expect([found.get('2-(1)-ア'), found.get('1-(1)-ア')]).toEqual(['d', 'a']);
  });

  it('stay under their heading when a section is inserted before it, though the same words stand elsewhere', () => {
    const twice: StoredEntry[] = [
      { id: 'a', key: '1-(1)-ア', parentId: 'p1', text: HELP },
      { id: 'b', key: '2-(1)-ア', parentId: 'p2', text: HELP },
    ];
    const found = sameEntries(twice, [read('2-(1)-ア', HELP, 'p1'), read('3-(1)-ア', HELP, 'p2')], false);
    expect(Object.fromEntries(found)).toEqual({ '2-(1)-ア': 'a', '3-(1)-ア': 'b' });
  });

  it('go to the most alike, not to whoever stood there, when like sentences move on together', () => {
    const known: StoredEntry[] = ['公園', '道路', '河川'].map((what, at) => ({
      id: what,
      key: `1-(1)-${'アイウ'[at] ?? ''}`,
      parentId: 'p1',
      text: `${what}の整備を進めます。`,
    }));
    const found = sameEntries(
      known,
      [
        read('1-(1)-ア', '学校の改修を始めます。'),
        ...['公園', '道路', '河川'].map((what, at) =>
          read(`1-(1)-${'イウエ'[at] ?? ''}`, `${what}の整備を計画的に進めます。`),
        ),
      ],
      false,
    );
    expect(Object.fromEntries(found)).toEqual({ '1-(1)-イ': '公園', '1-(1)-ウ': '道路', '1-(1)-エ': '河川' });
  });

  it('are found among hundreds that are much alike', () => {
    const many = Array.from(
      { length: 300 },
      (_, at) => `${at}番目の地域で${at * 7}人の住民と取組を進めます。`,
    );
    const known = many.map((text, at) => ({ id: `${at}`, key: `1-(1)-${at}`, parentId: 'p1', text }));
    const moved = many.map((text, at) => read(`2-(1)-${at}`, `${text}改めて行います。`));
    expect(sameEntries(known, moved, false).size).toBe(300);
  });

  it('under a heading with a new title are still under that heading', () => {
    const heading: StoredEntry = { id: 's', key: '1', parentId: null, text: '参画と協働' };
    const renamed = { key: '1', parentId: null, text: 'まちづくりの主役' };
    expect(sameEntries([heading], [renamed], true).get('1')).toBe('s');
    expect(sameEntries([heading], [renamed], false).size).toBe(0);
  });
});

describe('how alike two texts are', () => {
  it('lies between nothing and all', () => {
    expect(alike(HELP, HELP)).toBe(1);
    expect(alike(HELP, TREES)).toBeLessThan(0.3);
    expect(alike('', '')).toBe(1);
    expect(alike('ア', 'イ')).toBe(0);
  });
});
