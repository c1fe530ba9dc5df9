import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  daysBetween,
  fiscalYearOf,
  formatDay,
  formatMonth,
  formatNearDay,
  formatYear,
  shortYear,
} from './dates';
import { readDay, readDayIn } from './read-day';

describe('dates as a Japanese office writes them', () => {
  it('names the day by era, in both languages', () => {
    expect(formatDay('2022-05-30', 'ja', { year: true, weekday: true })).toBe('令和4年5月30日（月）');
    expect(formatDay('2019-05-01', 'ja', { year: true })).toBe('令和元年5月1日');
    expect(formatDay('2019-04-30', 'ja', { year: true })).toBe('平成31年4月30日');
    expect(formatDay('2022-05-30', 'en', { year: true, weekday: true })).toBe('30 May 2022 (Mon)');
    expect(formatMonth('2021-09-30', 'ja')).toBe('令和3年9月');
  });

  it('names the year of a day that lies in another one than today', () => {
    expect(formatNearDay('2022-04-01', '2022-05-30', 'ja', { weekday: true })).toBe('4月1日（金）');
    expect(formatNearDay('2023-04-01', '2022-05-30', 'ja', { weekday: true })).toBe('令和5年4月1日（土）');
    expect(formatNearDay('2021-12-31', '2022-01-04', 'ja')).toBe('令和3年12月31日');
    expect(formatNearDay('2023-04-01', '2022-05-30', 'en', { weekday: true })).toBe('1 Apr 2023 (Sat)');
    expect(formatNearDay('2023-04-01', '', 'ja')).toBe('4月1日');
  });

  it('calls the fiscal year that began in Heisei 31 令和元年度', () => {
    expect(formatYear(2019, 'ja')).toBe('令和元年度');
    expect(formatYear(2018, 'ja')).toBe('平成30年度');
    expect([2018, 2019, 2021].map((year) => shortYear(year, 'ja'))).toEqual(['H30', 'R1', 'R3']);
    expect([2018, 2021].map((year) => shortYear(year, 'en'))).toEqual(['2018', '2021']);
    expect(['2022-03-31', '2022-04-01'].map(fiscalYearOf)).toEqual([2021, 2022]);
  });

  it('reads every way people type a day', () => {
    for (const text of [
      '令和4年5月30日',
      '令和4年5月30日（月）',
      'R4.5.30',
      'r4/5/30',
      'Ｒ４．５．３０',
      '2022/5/30',
      '2022-05-30',
      '2022年5月30日',
      '30 May 2022',
      '30 May 2022 (Mon)',
      'May 30, 2022',
    ]) {
      expect([text, readDay(text)]).toEqual([text, '2022-05-30']);
    }
    expect(readDay('令和元年5月1日')).toBe('2019-05-01');
  });

  it('reads a day without its year as the one nearest to another', () => {
    const near = (text: string, day: string) => readDayIn(text, { near: day });
    expect(near('4/4', '2022-05-11')).toBe('2022-04-04');
    expect(near('４月４日', '2022-12-01')).toBe('2023-04-04');
    expect(near('12.28', '2022-01-11')).toBe('2021-12-28');
    expect(near('2/29', '2023-05-11')).toBe('2024-02-29');
    expect(near('2/29', '2022-01-11')).toBeNull();
    expect(near('令和5年4月4日', '2022-05-11')).toBe('2023-04-04');
    expect(['4/31', '13/1', '4', ''].map((text) => near(text, '2022-05-11'))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(near('4/4', '')).toBeNull();
  });

  it('reads a due date without its year as the first that is still to come', () => {
    const from = (text: string, day: string) => readDayIn(text, { from: day });
    expect(from('3/31', '2022-06-10')).toBe('2023-03-31');
    expect(from('6/10', '2022-06-10')).toBe('2022-06-10');
    expect(from('6/9', '2022-06-10')).toBe('2023-06-09');
    expect(from('2/29', '2022-06-10')).toBe('2024-02-29');
    expect(from('2022/3/31', '2022-06-10')).toBe('2022-03-31');
  });

  it('reads every day that it writes, with or without its year and weekday', () => {
    for (const day of ['2022-05-30', '2022-11-30', '2022-02-01'])
      for (const options of [{}, { weekday: true }]) {
        expect(readDayIn(formatNearDay(day, '2022-06-10', 'ja', options), { near: '2022-06-10' })).toBe(day);
        expect(readDay(formatDay(day, 'ja', { year: true, ...options }))).toBe(day);
      }
  });

  it('refuses what is no day', () => {
    for (const text of ['', 'あした', '2022/2/30', 'R4.13.1', '5月30日', '31 Jun 2022', '1 Mai 2022x'])
      expect(readDay(text)).toBeNull();
  });

  it('counts days over the end of a month', () => {
    expect(addDays('2022-02-28', 1)).toBe('2022-03-01');
    expect(daysBetween('2022-05-30', '2022-05-02')).toBe(-28);
  });
});
