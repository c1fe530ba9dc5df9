import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import readXlsxFile from 'read-excel-file/node';
import { aCommitment, aStage, theFacts } from './facts.for-spec.js';
import type { SectionFacts } from './report.types.js';
import { commitmentRows, indicatorRows, sectionReportFile } from './section-report-file.js';
import { assembleSectionReport } from './section-report.rules.js';

type Indicator = SectionFacts['indicators'][number];

const ACTUAL = {
  value: null,
  milestone: null,
  reason: null,
  preliminary: false,
  source: '',
  specialNote: '',
} as const;
const JUDGED = {
  expectedUnrounded: null,
  need: null,
  reason: null,
  byRounding: false,
  atOrAfterTargetYear: false,
  ruleName: '標準',
  ruleVersion: 1,
} as const;

const indicator: Indicator = {
  key: '1-①',
  sectionKey: '1',
  sectionNumber: '1',
  sectionTitle: '参画と協働の推進',
  name: '参画の割合',
  unit: '%',
  decimals: 1,
  direction: 'up',
  kind: 'level',
  note: '',
  formula: null,
  ownerName: '市民協働課',
  baseline: { value: '43.8', fiscalYear: 2018 },
  targets: [{ value: '50.0', fiscalYear: 2023, floor: false }],
  targetWords: null,
  expectedPath: [],
  actuals: [
    { ...ACTUAL, fiscalYear: 2019, value: '44.6', source: '調査', specialNote: '中止があった。' },
    { ...ACTUAL, fiscalYear: 2020, reason: 'survey_not_held' },
    { ...ACTUAL, fiscalYear: 2021, value: '47.5', preliminary: true },
  ],
  judgements: [
    {
      ...JUDGED,
      fiscalYear: 2019,
      status: 'mostly_on_track',
      expected: '45.0',
      progress: '12.9',
      pace: '64.5',
    },
    { ...JUDGED, fiscalYear: 2020, status: 'not_judged', expected: null, progress: null, pace: null },
  ],
  latest: null,
};

describe('a section report as a workbook', () => {
  it('has a row for every year of an indicator that has an actual, or a reason for having none', () => {
    const rows = indicatorRows(assembleSectionReport(theFacts({ indicators: [indicator] })));
    const blank = { milestone: null, reason: null, expected: null, progress: null, pace: null, status: null };
    const of = { indicator: '参画の割合', unit: '%', source: '', specialNote: '' };
    expect(rows).toEqual([
      {
        ...of,
        ...blank,
        fiscalYear: 2019,
        actual: '44.6',
        expected: '45.0',
        progress: '12.9',
        pace: '64.5',
        status: '概ね順調',
        certainty: '確定',
        source: '調査',
        specialNote: '中止があった。',
      },
      {
        ...of,
        ...blank,
        fiscalYear: 2020,
        actual: null,
        reason: '調査なし',
        status: '評価不能',
        certainty: null,
      },
      { ...of, ...blank, fiscalYear: 2021, actual: '47.5', certainty: '速報' },
    ]);
  });

  it('has a row for the year that awaits its actual', () => {
    const latest = {
      ...JUDGED,
      fiscalYear: 2022,
      status: 'awaited',
      expected: '48.8',
      progress: null,
      pace: null,
    } as const;
    const rows = indicatorRows(assembleSectionReport(theFacts({ indicators: [{ ...indicator, latest }] })));
    expect(rows.at(-1)).toMatchObject({
      fiscalYear: 2022,
      actual: null,
      expected: '48.8',
      status: '実績待ち',
      certainty: null,
    });
  });

  it('tells what was promised before with its answer, then what is promised now', () => {
    const facts = theFacts({
      commitments: [
        aCommitment({
          madeInFiscalYear: 2020,
          what: '早見表を加える。',
          answer: 'changed',
          text: '手順書を改める。',
        }),
        aCommitment({ madeInFiscalYear: 2020, what: '研修を行う。', decidedOn: '2021-07-12' }),
        aCommitment({ madeInFiscalYear: 2020, what: '動画を作る。', overdue: 'check' }),
        aCommitment({ madeInFiscalYear: 2021, what: '相談会を開く。' }),
      ],
    });
    expect(
      commitmentRows(assembleSectionReport(facts)).map(
        ({ fiscalYear, when, what, decidedOn, answer, text }) => [
          fiscalYear,
          when,
          what,
          decidedOn,
          answer,
          text,
        ],
      ),
    ).toEqual([
      [2021, '約束への回答', '早見表を加える。', null, '変更', '手順書を改める。'],
      [2021, '約束への回答', '研修を行う。', '2021-07-12', '未回答', null],
      [2021, '約束への回答', '動画を作る。', null, '未回答（点検の期限超過）', null],
      [2021, '新しい約束', '相談会を開く。', null, null, null],
    ]);
  });

  it('is read back as three sheets, each with its headings and rows', async () => {
    const report = assembleSectionReport(
      theFacts({
        stages: [
          aStage('plan', { budget: '8420' }),
          aStage('check', { answers: { results: '38事業で使った。' } }),
        ],
        indicators: [indicator],
        commitments: [aCommitment({ madeInFiscalYear: 2021, what: '相談会を開く。' })],
      }),
    );
    const file = await sectionReportFile(report, { format: 'xlsx', encoding: 'utf-8' });
    const sheets = await readXlsxFile(await buffer(file.getStream()));
    const read = sheets.map(({ sheet, data: [headings, ...rows] }) => ({
      sheet,
      rows: rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(headings?.[at]), cell]))),
    }));
    expect(read.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
      ['取組の結果', 1],
      ['検証指標', 3],
      ['改善策', 1],
    ]);
    const [items, indicators, commitments] = read;
    expect(items?.rows[0]).toMatchObject({
      体系番号: '1-(1)-ア',
      取組の成果: '38事業で使った。',
      '予算額（千円）': 8420,
    });
    expect(indicators?.rows).toMatchObject([
      { 検証指標: '参画の割合', 年度: 2019, 実績値: 44.6, 理由: null, 判定: '概ね順調', 出典: '調査' },
      { 年度: 2020, 実績値: null, 理由: '調査なし', 判定: '評価不能' },
      { 年度: 2021, 実績値: 47.5, 確定区分: '速報' },
    ]);
    expect(commitments?.rows.map((row) => Object.values(row))).toEqual([
      expect.arrayContaining([2021, '新しい約束', '相談会を開く。']),
    ]);
  });
});
