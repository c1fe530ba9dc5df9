import { describe, expect, it } from '@jest/globals';
import { formatDate, formatFiscalYear, shortFiscalYear } from './format-date.js';

describe('a fiscal year is written by its era', () => {
  it.each([
    [2023, '令和5年度', 'FY2023', 'R5'],
    [2020, '令和2年度', 'FY2020', 'R2'],
    // April 2019 was still Heisei, yet the whole budget year is called Reiwa.
    [2019, '令和元年度', 'FY2019', 'R1'],
    [2018, '平成30年度', 'FY2018', 'H30'],
    [1989, '平成元年度', 'FY1989', 'H1'],
    [1988, '昭和63年度', 'FY1988', 'S63'],
    // Showa 1 lasted seven days in December, so the year that began in April was Taisho 15.
    [1927, '昭和2年度', 'FY1927', 'S2'],
    [1926, '大正15年度', 'FY1926', 'T15'],
    [1900, '1900年度', 'FY1900', '1900'],
  ])('%i is %s, %s, %s', (year, ja, en, short) => {
    expect(formatFiscalYear(year, 'ja')).toBe(ja);
    expect(formatFiscalYear(year, 'en')).toBe(en);
    expect(shortFiscalYear(year)).toBe(short);
  });
});

describe('a date is written', () => {
  it('in Japanese with as much as asked', () => {
    expect(formatDate('2022-05-30', 'ja')).toBe('5月30日');
    expect(formatDate('2022-05-30', 'ja', { weekday: true })).toBe('5月30日（月）');
    expect(formatDate('2022-05-30', 'ja', { year: true })).toBe('令和4年5月30日');
    expect(formatDate('2022-05-30', 'ja', { weekday: true, year: true })).toBe('令和4年5月30日（月）');
  });

  it('in English with as much as asked', () => {
    expect(formatDate('2022-05-30', 'en')).toBe('30 May');
    expect(formatDate('2022-05-30', 'en', { weekday: true })).toBe('30 May (Mon)');
    expect(formatDate('2022-05-30', 'en', { year: true })).toBe('30 May 2022');
    expect(formatDate('2022-05-30', 'en', { weekday: true, year: true })).toBe('30 May 2022 (Mon)');
  });

  it.each([
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1912-07-29', '1912年7月29日'],
  ])('%s by the era of its day, %s', (date, ja) => {
    expect(formatDate(date, 'ja', { year: true })).toBe(ja);
  });
});
