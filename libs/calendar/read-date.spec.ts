import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '#errors';
import { addDays } from './calendar-date.js';
import { formatDate, formatFiscalYear, shortFiscalYear } from './format-date.js';
import { parseDateInput, parseFiscalYear } from './read-date.js';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
  }
  return 'was not refused';
}

describe('a date is read as people write it', () => {
  it.each([
    '令和4年5月30日',
    '令和４年５月３０日',
    '令和 4年 5月30日',
    '　令和4年5月30日（月）　',
    '令和4年5月30日(月曜日)',
    '令4.5.30',
    'R4.5.30',
    'r4.5.30',
    'Ｒ４．５．３０',
    'R4/5/30',
    'R04-05-30',
    '㋿4年5月30日',
    '2022/5/30',
    '２０２２／０５／３０',
    '2022-05-30',
    '2022.5.30',
    '2022年5月30日',
    '2022年5月30日（月）',
    '20220530',
    '30 May 2022',
    '30 may 2022 (Mon)',
  ])('%s', (text) => {
    expect(parseDateInput(text)).toBe('2022-05-30');
  });

  it.each([
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['H31.4.30', '2019-04-30'],
    ['平成元年1月8日', '1989-01-08'],
    ['S64.1.7', '1989-01-07'],
    ['昭和39年10月10日', '1964-10-10'],
    ['T15.12.24', '1926-12-24'],
  ])('%s is %s', (text, date) => {
    expect(parseDateInput(text)).toBe(date);
  });

  it.each(['R1.4.30', 'H31.5.1', 'S64.1.8', 'H33.3.31', 'T1.7.29'])('%s is no day of its era', (text) => {
    expect(codeOf(() => parseDateInput(text))).toBe('calendar.not_in_era');
  });

  it('tells where the era ends', () => {
    expect(() => parseDateInput('H31.5.1')).toThrow(
      expect.objectContaining({
        params: { text: 'H31.5.1', era: '平成', from: '1989-01-08', to: '2019-04-30' },
      }),
    );
    expect(() => parseDateInput('R1.4.30')).toThrow(
      expect.objectContaining({ params: { text: 'R1.4.30', era: '令和', from: '2019-05-01', to: null } }),
    );
  });

  it.each([
    '',
    '5月30日',
    '令和4年2月30日',
    '2023/2/29',
    'R0.5.1',
    'R元',
    'X4.5.30',
    '2022/5-30',
    '22/5/30',
    '3022/5/30',
    '44711',
    '30 Foo 2022',
    '2022/5/30（謎）',
    '令和4年度',
  ])('%p is no date', (text) => {
    expect(codeOf(() => parseDateInput(text))).toBe('calendar.not_a_date');
  });

  it('notices a weekday that belongs to another day', () => {
    expect(codeOf(() => parseDateInput('令和4年5月30日（火）'))).toBe('calendar.wrong_weekday');
    expect(codeOf(() => parseDateInput('30 May 2022 (Tue)'))).toBe('calendar.wrong_weekday');
  });

  it('reads every date it shows', () => {
    const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1912-07-30', days));
    fc.assert(
      fc.property(
        dates,
        fc.constantFrom('ja' as const, 'en' as const),
        fc.boolean(),
        (date, lang, weekday) => {
          expect(parseDateInput(formatDate(date, lang, { year: true, weekday }))).toBe(date);
          expect(parseDateInput(date)).toBe(date);
        },
      ),
    );
  });
});

describe('a fiscal year is read as people write it', () => {
  it.each([
    ['R5', 2023],
    ['Ｒ５', 2023],
    ['r05', 2023],
    ['R5年度', 2023],
    ['令和5年度', 2023],
    ['令和５年度', 2023],
    ['令和 5 年度', 2023],
    ['令和5', 2023],
    ['令5', 2023],
    ['2023', 2023],
    ['２０２３', 2023],
    ['2023年度', 2023],
    ['FY2023', 2023],
    ['令和5年度(2023)', 2023],
    ['令和5年度（2023年度）', 2023],
    ['令和元年度', 2019],
    ['R1', 2019],
    ['R元年度', 2019],
    ['H30', 2018],
    ['平成30年度', 2018],
    ['平成31年度', 2019],
    ['平成35年度', 2023],
    ['S63', 1988],
  ])('%s is %i', (text, year) => {
    expect(parseFiscalYear(text)).toBe(year);
  });

  it.each(['', '5', 'R', 'R0', '23', '202', '20233', '令和5年5月', '令和5年度(2022)', '五年度', '0000'])(
    '%p is none',
    (text) => {
      expect(codeOf(() => parseFiscalYear(text))).toBe('calendar.not_a_fiscal_year');
    },
  );

  it('reads every fiscal year it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1913, max: 2100 }), (year) => {
        expect(parseFiscalYear(formatFiscalYear(year, 'ja'))).toBe(year);
        expect(parseFiscalYear(formatFiscalYear(year, 'en'))).toBe(year);
        expect(parseFiscalYear(shortFiscalYear(year))).toBe(year);
        expect(parseFiscalYear(String(year))).toBe(year);
      }),
    );
  });
});
