import { describe, expect, it } from '@jest/globals';
import { isOnlyYears, readSpan, readYear, withoutYears } from './years.js';

describe('a printed year', () => {
  it.each([
    ['H30', 2018, 'fiscal'],
    ['R1', 2019, 'fiscal'],
    ['R5年度', 2023, 'fiscal'],
    ['令和元年度', 2019, 'fiscal'],
    ['平成30年度', 2018, 'fiscal'],
    ['平成31年度', 2019, 'fiscal'],
    ['昭和60年度', 1985, 'fiscal'],
    ['2018年度', 2018, 'fiscal'],
    ['2018', 2018, 'fiscal'],
    ['2018年', 2018, 'calendar'],
    ['平成30年', 2018, 'calendar'],
    ['令和5年度（2023年）', 2023, 'fiscal'],
    ['令和5（2023）年度', 2023, 'fiscal'],
    ['令和6年3月末', 2023, 'date'],
    ['令和6年4月1日', 2024, 'date'],
    ['R6.3.31', 2023, 'date'],
    ['2024/10/1', 2024, 'date'],
  ])('%s', (text, year, counted) => {
    expect(readYear(text)).toMatchObject({ year, counted });
  });

  it.each(['43.8', '5,856', 'PR5', '12018', '5年間', 'なし'])('%s is none', (text) => {
    expect(readYear(text)).toBeNull();
  });

  it('stands alone or beside other words', () => {
    expect(isOnlyYears('（令和5年度末時点）')).toBe(true);
    expect(isOnlyYears('目標値(R5)')).toBe(false);
    expect(isOnlyYears('')).toBe(false);
    expect(withoutYears('目標値（令和10（2028）年度）')).toContain('目標値');
    expect(withoutYears('現状値(R5)')).toBe('現状値');
    expect(withoutYears('R7 目標')).toBe('目標');
  });
});

describe('a span of years', () => {
  it.each([
    ['令和6年度から令和10年度まで', 2024, 2028],
    ['令和6年度（2024年度）～令和10年度（2028年度）', 2024, 2028],
    ['2024-2028', 2024, 2028],
    ['令和6～10年度', 2024, 2028],
    ['平成31年度～令和5年度', 2019, 2023],
    ['令和6年4月から令和11年3月まで', 2024, 2028],
  ])('%s', (text, first, last) => {
    expect(readSpan(text)).toEqual({ first, last });
  });

  it.each(['令和6年度', '1950年から2024年', 'なし'])('%s is none', (text) => {
    expect(readSpan(text)).toBeNull();
  });
});
