import { describe, expect, it } from '@jest/globals';
import { isYearLine, readTableHeader, withYears } from './table-columns.js';
import type { TableHeader } from './table-columns.js';

const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());
const shape = (header: TableHeader | null) =>
  header?.columns.map(({ role, year }) => (year ? `${role} ${year.year}` : role));
const dated = (heading: string, years: string) => {
  const header = readTableHeader(cells(heading));
  return header === null ? null : shape(withYears(header, cells(years)));
};

describe('the heading of an indicator table', () => {
  it.each([
    [' |単位|基準値|検証値', ['name', 'unit', 'baseline', 'target']],
    ['単位|基準値|検証値', ['name', 'unit', 'baseline', 'target']],
    ['指標名|単位|現状値(R5)|目標値(R10)', ['name', 'unit', 'baseline 2023', 'target 2028']],
    ['検証指標|現状（令和元年度）|令和7年度目標', ['name', 'baseline 2019', 'target 2025']],
    ['指標|単位|計画策定時|中間目標値|最終目標値', ['name', 'unit', 'baseline', 'target', 'target']],
    ['No.|成果指標|単位|基準値|目標値|出典', ['ignored', 'name', 'unit', 'baseline', 'target', 'source']],
    ['指標|区分|単位|基準値|目標値', ['name', 'part', 'unit', 'baseline', 'target']],
    ['指標|単位|実績値(R5)|目標値(R10)', ['name', 'unit', 'baseline 2023', 'target 2028']],
    ['指標|単位|基準値|実績値|目標値', ['name', 'unit', 'baseline', 'measured', 'target']],
    ['指標|現状値|現状年度|目標値|目標年度', ['name', 'baseline', 'baselineYear', 'target', 'targetYear']],
    [
      '指標|現状値（令和6（2024）年度）|目標値（令和10（2028）年度）',
      ['name', 'baseline 2024', 'target 2028'],
    ],
    ['指標|単位|方向|現状値|目標値|備考', ['name', 'unit', 'direction', 'baseline', 'target', 'note']],
  ])('%s', (line, columns) => {
    expect(shape(readTableHeader(cells(line)))).toEqual(columns);
  });

  it('tells columns apart by their years when it must, and says so', () => {
    const header = readTableHeader(cells('指標|単位|H30|R5'));
    expect(shape(header)).toEqual(['name', 'unit', 'baseline 2018', 'target 2023']);
    expect(header?.byYearOnly).toBe(true);
  });

  it.each(['市民満足度|%|43.8|50.0', '目標|方針', '年度|R5|R6', '保育所|12か所', '単位|件'])(
    '%s is none',
    (line) => {
      expect(readTableHeader(cells(line))).toBeNull();
    },
  );
});

describe('the years on the second line', () => {
  it.each([
    [' |単位|基準値|検証値', ' | |H30|R5', ['name', 'unit', 'baseline 2018', 'target 2023']],
    ['単位|基準値|検証値', 'H30|R5', ['name', 'unit', 'baseline 2018', 'target 2023']],
    ['単位|基準値|検証値', ' |H30|R5', ['name', 'unit', 'baseline 2018', 'target 2023']],
    [
      ' |単位|現状値|中間目標|目標値',
      ' | |R5|R7|R11',
      ['name', 'unit', 'baseline 2023', 'target 2025', 'target 2029'],
    ],
    [
      ' |単位|現状値|目標値| ',
      ' | |R5|R8|R12',
      ['name', 'unit', 'baseline 2023', 'target 2026', 'target 2030'],
    ],
    ['指標|単位|現状値|目標値', 'R5|R8|R12', ['name', 'unit', 'baseline 2023', 'target 2026', 'target 2030']],
    [
      '指標|単位|基準値|実績値|目標値',
      ' | |H30|R3|R5',
      ['name', 'unit', 'baseline 2018', 'measured 2021', 'target 2023'],
    ],
    ['指標|基準値|目標値| ', ' | |中間(R3)|最終(R5)', ['name', 'baseline', 'target 2021', 'target 2023']],
    ['指標|基準値|目標値', '中間(R3)|最終(R5)', ['name', 'baseline', 'target 2021', 'target 2023']],
    ['指標|単位|基準値|目標値', 'R5', ['name', 'unit', 'baseline', 'target 2023']],
  ])('%s + %s', (heading, years, columns) => {
    expect(dated(heading, years)).toEqual(columns);
  });

  it('is recognised with and without brackets, and is not a row', () => {
    expect(isYearLine(['', '（R5）', '令和10年度'])).toBe(true);
    expect(isYearLine(['', '中間(R8)', '最終(R12)'])).toBe(true);
    expect(isYearLine(['駅の数', 'R5'])).toBe(false);
    expect(isYearLine(['', ''])).toBe(false);
  });
});
