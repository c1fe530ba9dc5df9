import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('minamo-town'));
const [first, second] = reading.sections;

describe('a plan by 節 with a two-line table heading, 【(1) …】 and ア イ ウ', () => {
  it('is counted without its introduction and its empty heading', () => {
    expect(reading.title).toBe('V みんなで支える町政');
    expect(reading.totals).toEqual({ sections: 2, policies: 3, indicators: 4, programs: 3, items: 6 });
    expect(reading.parents).toEqual([]);
  });

  it('gives every entry its line', () => {
    expect(
      reading.sections.map(({ number, level, title, line }) => ({ number, level, title, line })),
    ).toEqual([
      { number: 1, level: '節', title: '町民との対話', line: 14 },
      { number: 2, level: '節', title: '湖を守る行動', line: 48 },
    ]);
    expect(first?.policies.map((policy) => [policy.number, policy.line])).toEqual([
      [1, 24],
      [2, 25],
    ]);
    expect(first?.programs.map((program) => [program.number, program.title, program.line])).toEqual([
      [1, '町民の声に答える事業', 36],
      [2, '対話集会', 42],
    ]);
    expect(reading.indicators.map((indicator) => indicator.line)).toEqual([31, 32, 62, 63]);
  });

  it('keeps the paragraphs of 現状と課題', () => {
    expect(first?.background.split('\n\n')).toHaveLength(2);
  });

  it('takes items with and without a dash, and joins the line that runs on', () => {
    expect(
      first?.programs.flatMap((program) => program.items.map(({ marker, line }) => [marker, line])),
    ).toEqual([
      ['ア', 38],
      ['イ', 39],
      ['ア', 44],
      ['イ', 46],
    ]);
    expect(first?.programs[0]?.items[1]?.text).toBe(
      '返事の内容を町のページに載せます。また、紙でも配ります。',
    );
  });

  it('closes the blanks that recognition put inside words', () => {
    expect(first?.programs[0]?.items[0]?.text).toContain('PIの考え方');
    expect(second?.programs[0]?.items[1]?.text).toBe('「SDGs週間」に湖岸を清掃します。');
  });

  it('reads values as decimal strings, a value with its own year, and the direction', () => {
    const values = reading.indicators.map(
      ({ baseline, baselineYear, target, targetYear, decimals, direction, unit }) => [
        baseline,
        baselineYear,
        target,
        targetYear,
        decimals,
        direction,
        unit,
      ],
    );
    expect(values).toEqual([
      ['43.5', 2018, '90.0', 2023, 1, 'up', '%'],
      ['1204', 2018, '2000', 2023, 0, 'up', '人'],
      ['2.1', 2019, '3.0', 2023, 1, 'up', 'm'],
      ['58', 2018, null, 2023, 0, 'down', '件'],
    ]);
  });

  it('gives the ※ note to its indicator', () => {
    expect(reading.indicators.map((indicator) => indicator.note)).toEqual([
      undefined,
      undefined,
      undefined,
      '町に届いた電話と手紙の数',
    ]);
  });

  it('proposes the period from baseline and target years, and asks', () => {
    expect([reading.firstFiscalYear, reading.lastFiscalYear]).toEqual([2019, 2023]);
    expect([reading.baselineFiscalYear, reading.targetFiscalYear]).toEqual([2018, 2023]);
    expect(reading.questions.map((question) => [question.code, question.line])).toContainEqual([
      'plan.period_missing',
      31,
    ]);
  });

  it('asks about the target in words and about the marker that was skipped, and nothing else', () => {
    expect(reading.questions.map(({ code, line, subject }) => [code, line, subject])).toEqual([
      ['plan.period_missing', 31, null],
      ['plan.direction_words', 63, '2-指標2'],
      ['plan.numbers_broken', 73, '2-(1)'],
    ]);
  });
});
