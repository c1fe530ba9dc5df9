import { describe, expect, it } from '@jest/globals';
import { foldCharacters } from '../text/fold-characters.js';
import { readValue } from './value.js';

const read = (printed: string) => readValue(foldCharacters(printed));

describe('a value cell', () => {
  it.each([
    ['43.8', '43.8', 1],
    ['50.0', '50.0', 1],
    ['100', '100', 0],
    ['0', '0', 0],
    ['5,856', '5856', 0],
    ['１２，３４５．６０', '12345.60', 2],
    ['5, 856', '5856', 0],
    ['△1.5', '-1.5', 1],
    ['▲3', '-3', 0],
    ['－2.0', '-2.0', 1],
    ['+0.4', '0.4', 1],
  ])('%s is the number %s', (printed, value, decimals) => {
    expect(read(printed)).toMatchObject({
      kind: 'number',
      value,
      decimals,
      unit: '',
      bound: null,
      counts: 'value',
    });
  });

  it.each([
    ['45.2％', '45.2', '%'],
    ['150件', '150', '件'],
    ['82 万冊', '82', '万冊'],
    ['12か所', '12', 'か所'],
    ['1,200m3', '1200', 'm3'],
    ['3.2t-CO2', '3.2', 't-CO2'],
    ['30分/日', '30', '分/日'],
  ])('%s has its unit glued to it', (printed, value, unit) => {
    expect(read(printed)).toMatchObject({ kind: 'number', value, unit });
  });

  it.each([
    ['47.1 (R1)', '47.1', 2019, 'fiscal'],
    ['47.1（令和元年度）', '47.1', 2019, 'fiscal'],
    ['47.1 (2019)', '47.1', 2019, 'fiscal'],
    ['47.1（2019年）', '47.1', 2019, 'calendar'],
    ['(H30)47.1', '47.1', 2018, 'fiscal'],
    ['R1：47.1', '47.1', 2019, 'fiscal'],
    ['47.1％（R6.3.31）', '47.1', 2023, 'date'],
  ])('%s carries its own year', (printed, value, year, counted) => {
    expect(read(printed)).toMatchObject({ kind: 'number', value, year: { year, counted } });
  });

  it.each([
    ['150以上', '150', 'floor', false],
    ['70.0％以上', '70.0', 'floor', false],
    ['≧80', '80', 'floor', false],
    ['100件以下', '100', 'ceiling', false],
    ['10未満', '10', 'ceiling', true],
    ['90超', '90', 'floor', true],
  ])('%s is a bound', (printed, value, bound, strict) => {
    expect(read(printed)).toMatchObject({ kind: 'number', value, bound, strict });
  });

  it('100%を維持 keeps its level', () => {
    expect(read('100％を維持')).toMatchObject({ value: '100', unit: '%', maintain: true });
    expect(read('80以上を維持')).toMatchObject({ value: '80', bound: 'floor', maintain: true });
  });

  it.each([
    ['5年間で100', '100', 5, null],
    ['5か年で100件', '100', 5, null],
    ['五年間で延べ1,000人', '1000', 5, null],
    ['100件（5年間）', '100', 5, null],
    ['計画期間内に30', '30', null, null],
    ['R9までの2年間で14', '14', 2, 2027],
  ])('%s is a total over the plan', (printed, value, totalYears, year) => {
    const cell = read(printed);
    expect(cell).toMatchObject({ kind: 'number', value, totalYears, counts: 'plan_total' });
    expect(cell.year?.year ?? null).toBe(year);
  });

  it.each([
    ['累計100', 'running_total'],
    ['6,000（累計）', 'running_total'],
    ['毎年100', 'yearly_count'],
    ['毎年度12回', 'yearly_count'],
  ])('%s says what it counts', (printed, counts) => {
    expect(read(printed)).toMatchObject({ kind: 'number', counts });
  });

  it.each([
    '',
    '－',
    '-',
    '―',
    '—',
    'ー',
    '…',
    '*',
    'なし',
    '無し',
    '未調査',
    '－（R6調査）',
    '新規',
    'N/A',
    '集計中',
  ])('%s is missing, not zero', (printed) => {
    expect(read(printed).kind).toBe('missing');
  });

  it.each([
    '減少',
    '維持',
    '設置',
    '全国平均以上',
    '3～5',
    '10/20',
    '1,00',
    '10％減',
    '2倍',
    '2027年度設置',
    '1'.repeat(40),
  ])('%s stays in words', (printed) => {
    expect(read(printed)).toMatchObject({ kind: 'words' });
  });

  it.each(['約150', '150程度', 'おおむね150'])('%s is not exact', (printed) => {
    expect(read(printed)).toMatchObject({ value: '150', approximate: true });
  });

  it('forgets the mark of a footnote', () => {
    expect(read('減少※1')).toMatchObject({ words: '減少' });
    expect(read('45.2※')).toMatchObject({ value: '45.2', unit: '' });
  });
});
