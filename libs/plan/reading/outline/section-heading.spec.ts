import { describe, expect, it } from '@jest/globals';
import { foldCharacters } from '../text/fold-characters.js';
import { readSectionHeading } from './section-heading.js';

const read = (printed: string) => readSectionHeading(foldCharacters(printed).replace(/\s+/g, ' ').trim());

describe('the heading of a section', () => {
  it.each([
    ['第1節 参画', '節', 1, '参画'],
    ['第１章　くらし', '章', 1, 'くらし'],
    ['第十二節 農業', '節', 12, '農業'],
    ['第Ⅷ章 推進', '章', 8, '推進'],
    ['第1施策 子育て', '施策', 1, '子育て'],
    ['第2節：農業', '節', 2, '農業'],
    ['第3節農業の振興', '節', 3, '農業の振興'],
    ['【第4節 漁業】', '節', 4, '漁業'],
    ['## 第5節 林業', '節', 5, '林業'],
    ['施策１－１　子育て', '施策', '1-1', '子育て'],
    ['施策1-1：子育て', '施策', '1-1', '子育て'],
    ['施策（３）　子育て', '施策', 3, '子育て'],
    ['【施策２】子育て', '施策', 2, '子育て'],
    ['施策②「子育て」', '施策', 2, '子育て'],
    ['基本目標１　しごと', '基本目標', 1, 'しごと'],
    ['基本目標Ⅱ しごと', '基本目標', 2, 'しごと'],
    ['政策1-2 観光', '政策', '1-2', '観光'],
    ['VIII 推進のために', '', 8, '推進のために'],
    ['Ⅲ．まちの姿', '', 3, 'まちの姿'],
    ['2-1 高齢者', '', '2-1', '高齢者'],
    ['2.1 高齢者', '', '2.1', '高齢者'],
    ['3 産業', '', 3, '産業'],
  ])('%s', (printed, level, number, title) => {
    expect(read(printed)).toMatchObject({ level, number, title });
  });

  it('lies deeper the more parts its number has', () => {
    const ranks = [
      '第1編 甲',
      '第1章 甲',
      '基本目標1 甲',
      '第1節 甲',
      '政策1 甲',
      '施策1 甲',
      '1 甲',
      '1-1 甲',
      '1-1-1 甲',
    ].map((printed) => read(printed)?.rank ?? 0);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  it.each([
    '第1節では、次のことを述べます。',
    '第2章に掲げる目標',
    '第3部門の役割',
    '第7次総合計画',
    '施策2件を実施',
    '施策の展開',
    '第1節 参画 ……………… 12',
    '43.8 50.0',
    '5,856 人',
    '1 市民の声を聞きます。',
    '平成30年度の取組',
    '(1) 子育ての支援',
  ])('%s is none', (printed) => {
    const found = read(printed);
    expect(found).toBeNull();
  });
});
