import { describe, expect, it } from '@jest/globals';
import { repairBlanks } from './repair-blanks.js';

describe('blanks inside words', () => {
  it.each([
    ['SDG s', 'SDGs'],
    ['「SDG s 週間」', '「SDGs週間」'],
    ['P I の手法', 'PIの手法'],
    ['P D C A サイクル', 'PDCAサイクル'],
    ['S D G s を学ぶ', 'SDGsを学ぶ'],
    ['現 状 と 課 題', '現状と課題'],
    ['  二つ　　の 語 ', '二つ の 語'],
  ])('%s', (damaged, mended) => {
    expect(repairBlanks(damaged)).toBe(mended);
  });

  it.each([
    'Evidence-based Policy Making',
    'Public Private Partnership',
    'Society 5.0',
    'AI、RPA、クラウド',
    '市民 団体 行政',
    'Plan and Do',
    'NPO 法人',
  ])('%s stays', (text) => {
    expect(repairBlanks(text)).toBe(text);
  });
});
