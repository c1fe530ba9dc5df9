import { describe, expect, it } from '@jest/globals';
import { readPlan } from './index.js';

/** A plan of one section that holds this table. */
const withTable = (...table: string[]) =>
  readPlan(['試しの計画', '第1節 試し', '検証指標', ...table].join('\n'));
const HEAD = ['\t単位\t基準値\t目標値', '\t\tH30\tR5'];
const codes = (reading: ReturnType<typeof withTable>): string[] =>
  reading.questions.map((question) => question.code).filter((code) => code !== 'plan.period_missing');

describe('rows that do not fit their heading', () => {
  it('names the parts of an indicator after it, and asks about the row without a name', () => {
    const reading = withTable(
      '指標\t区分\t単位\t基準値(H30)\t目標値(R5)',
      '健康な期間\t男性\t年\t79.5\t81.0',
      '\t女性\t年\t84.1\t85.0',
    );
    expect(reading.indicators.map((indicator) => indicator.name)).toEqual([
      '健康な期間（男性）',
      '健康な期間（女性）',
    ]);
    expect(codes(reading)).toEqual(['plan.row_indented']);
  });

  it('joins a name that was cut by wide blanks', () => {
    const reading = withTable('指標  単位  基準値(H30)  目標値(R5)', '駅前を  歩く人の数  人  980  1,200');
    expect(reading.indicators[0]).toMatchObject({
      name: '駅前を 歩く人の数',
      baseline: '980',
      target: '1200',
    });
  });

  it('puts a year that stands apart back to its value', () => {
    const reading = withTable('指標  単位  基準値(H30)  目標値(R5)', '水の透明度  m  2.1  (R1)  3.0');
    expect(reading.indicators[0]).toMatchObject({ baseline: '2.1', baselineYear: 2019, target: '3.0' });
  });

  it('takes the cells of a short row for its last columns, and asks', () => {
    const reading = withTable('指標  単位  基準値(H30)  目標値(R5)', '届いた苦情  件  減少');
    expect(reading.indicators[0]).toMatchObject({ unit: '件', baseline: null, targetWords: '減少' });
    expect(codes(reading)).toContain('plan.row_short');
  });

  it('keeps an empty cell of a tab-separated row in its place', () => {
    const reading = withTable(...HEAD, '駅の数\t駅\t\t5', '港の数\t港\t2\t');
    expect(reading.indicators.map(({ baseline, target }) => [baseline, target])).toEqual([
      [null, '5'],
      ['2', null],
    ]);
    expect(codes(reading)).toEqual([
      'plan.direction_no_baseline',
      'plan.baseline_missing',
      'plan.target_missing',
    ]);
  });

  it('reads a row whose blanks were all narrowed, a value with its year included', () => {
    const reading = withTable(
      ' 単位 基準値 目標値',
      ' H30 R5',
      '町の声に 返事をした割合 % 47.1 (R1) 60.0',
      '苦情 件 177 減少',
    );
    expect(reading.indicators).toMatchObject([
      { name: '町の声に 返事をした割合', unit: '%', baseline: '47.1', baselineYear: 2019, target: '60.0' },
      { name: '苦情', unit: '件', baseline: '177', targetWords: '減少' },
    ]);
  });

  it('asks about lines that are neither row nor note, but not about a sentence', () => {
    const reading = withTable('次の指標で確かめます。', ...HEAD, '駅の数\t駅\t3\t5', '', '見込みの数', '');
    expect(reading.indicators).toHaveLength(1);
    expect(codes(reading)).toEqual(['plan.table_unread']);
    expect(reading.questions.find((question) => question.code === 'plan.table_unread')?.line).toBe(9);
  });

  it('drops the marker before a name and keeps a number that belongs to it', () => {
    const reading = withTable(...HEAD, '① 駅の数\t駅\t3\t5', '1人当たりの緑\t㎡\t3\t5');
    expect(reading.indicators.map((indicator) => indicator.name)).toEqual(['駅の数', '1人当たりの緑']);
  });
});

describe('headings that differ', () => {
  it('asks when only years tell baseline from target', () => {
    const reading = withTable('指標\t単位\tH30\tR5', '駅の数\t駅\t3\t5', '港の数\t港\t3\t5');
    expect(reading.indicators[0]).toMatchObject({
      baseline: '3',
      baselineYear: 2018,
      target: '5',
      targetYear: 2023,
    });
    expect(codes(reading)).toEqual(['plan.columns_by_year']);
  });

  it('takes the years from columns of their own', () => {
    const reading = withTable('指標\t単位\t現状値\t現状年度\t目標値\t目標年度', '駅の数\t駅\t3\tH30\t5\tR5');
    expect(reading.indicators[0]).toMatchObject({ baselineYear: 2018, targetYear: 2023 });
    expect(codes(reading)).toEqual([]);
  });

  it('reads years printed above their columns', () => {
    const reading = withTable('\t\tH30\tR5', '指標\t単位\t基準値\t目標値', '駅の数\t駅\t3\t5');
    expect(reading.indicators[0]).toMatchObject({ baselineYear: 2018, targetYear: 2023 });
  });

  it('asks once about calendar years, and once for each date', () => {
    const reading = withTable(
      '指標\t単位\t基準値（2018年）\t目標値（令和6年3月末）',
      '駅の数\t駅\t3\t5',
      '港の数\t港\t3\t5',
    );
    expect(reading.indicators[0]).toMatchObject({ baselineYear: 2018, targetYear: 2023 });
    expect(codes(reading)).toEqual(['plan.year_calendar', 'plan.year_from_date']);
  });

  it('asks once when there are no years at all', () => {
    const reading = withTable('指標\t単位\t基準値\t目標値', '駅の数\t駅\t3\t5', '港の数\t港\t3\t5');
    expect(reading.indicators[0]).toMatchObject({ baselineYear: null, targetYear: null });
    expect(codes(reading)).toEqual([
      'plan.baseline_year_missing',
      'plan.target_year_missing',
      'plan.period_unknown',
    ]);
  });

  it('reads a table in a part of another name', () => {
    const reading = readPlan(`計画\n第1節 甲\n目標\n${HEAD.join('\n')}\n駅の数\t駅\t3\t5\n`);
    expect(reading.totals.indicators).toBe(1);
  });
});

describe('several targets in one cell', () => {
  it.each(['4(R3)、5(R5)', '4（R3）→ 5（R5）', '4(R3) 5(R5)', 'R3：4、R5：5', 'R3:4 R5:5'])('%s', (cell) => {
    const [indicator] = withTable(...HEAD, `駅の数\t駅\t3\t${cell}`).indicators;
    expect(indicator).toMatchObject({
      name: '駅の数',
      baseline: '3',
      targets: [
        { value: '4', year: 2021 },
        { value: '5', year: 2023 },
      ],
    });
  });
});

describe('values and columns that contradict each other', () => {
  it('follows a direction column, and asks when the target does not', () => {
    const reading = withTable(
      '指標\t単位\t方向\t基準値(H30)\t目標値(R5)',
      '駅の数\t駅\t↑\t3\t5',
      '港の数\t港\t↓\t3\t5',
    );
    expect(reading.indicators.map((indicator) => indicator.direction)).toEqual(['up', 'down']);
    expect(codes(reading)).toEqual(['plan.direction_contradicts']);
  });

  it('asks about a target year before the baseline year', () => {
    expect(codes(withTable('指標\t単位\t基準値(R5)\t目標値(H30)', '駅の数\t駅\t3\t5'))).toContain(
      'plan.years_in_wrong_order',
    );
  });

  it('asks about targets that turn on the way', () => {
    const reading = withTable('指標\t単位\t基準値(H30)\t中間目標(R3)\t目標値(R5)', '駅の数\t駅\t3\t9\t5');
    expect(codes(reading)).toEqual(['plan.targets_turn']);
  });

  it('reads one of two targets for the same year, and asks', () => {
    const reading = withTable('指標\t単位\t基準値(H30)\t中間目標(R5)\t目標値(R5)', '駅の数\t駅\t3\t4\t5');
    expect(reading.indicators[0]?.targets).toBeUndefined();
    expect(codes(reading)).toEqual(['plan.targets_same_year']);
  });

  it('asks about units that differ, or are missing', () => {
    const reading = withTable(...HEAD, '駅の数\t駅\t3件\t5件', '港の数\t\t3\t5');
    expect(reading.indicators.map((indicator) => indicator.unit)).toEqual(['駅', '']);
    expect(codes(reading)).toEqual(['plan.unit_differs', 'plan.unit_missing']);
  });

  it('does not ask when the unit is printed twice alike', () => {
    expect(codes(withTable(...HEAD, '満足した割合\t（％）\t43.8％\t50.0％'))).toEqual([]);
  });

  it('asks about an unknown word', () => {
    const reading = withTable(...HEAD, '駅の数\t駅\t3\tみんなで');
    expect(reading.indicators[0]?.targetWords).toBe('みんなで');
    expect(codes(reading)).toEqual(['plan.target_unknown']);
  });

  it('marks a repeat, and asks for the original', () => {
    const reading = withTable(...HEAD, '駅の数（再掲）\t駅\t3\t5');
    expect(reading.indicators[0]).toMatchObject({ name: '駅の数', repeat: true });
    expect(codes(reading)).toEqual(['plan.repeat']);
  });
});
