import { describe, expect, it } from '@jest/globals';
import type { IndicatorView, ReportItem, SectionReport } from '../api';
import { draftOpinion, leftOut } from './draft-opinion';

const writing = {
  say: (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    `[${key.replace('opinion.', '')} ${Object.values(values).join('|')}]`,
  formats: {
    money: (value: string) => value,
    percent: (value: string | number) => `${value}%`,
    list: (names: readonly string[]) => names.join('、'),
  },
  status: (code: string) => code,
  value: (_: IndicatorView, value: string) => value,
};

const item = (change: Partial<ReportItem>): ReportItem =>
  ({ marker: 'ア', grade: 'B', lastGrade: 'B', checkApproved: true, issues: null, ...change }) as ReportItem;

const report = (change: Partial<SectionReport>): SectionReport =>
  ({
    fiscalYear: 2021,
    indicators: [],
    items: [],
    grades: [],
    costs: { settled: '0', executionRate: null },
    answered: { done: 0, changed: 0, dropped: 0, open: 0 },
    ...change,
  }) as SectionReport;

describe('the draft of an opinion', () => {
  it('is empty where no sheet says anything yet', () => {
    expect(draftOpinion(report({}), writing)).toBe('');
  });

  it('tells indicators, grades, money, promises and issues, each where there is something to tell', () => {
    const indicator = {
      key: '1-指標1',
      name: '割合',
      judgements: [{ fiscalYear: 2021, status: 'on_track', expected: '47.5' }],
      actuals: [{ fiscalYear: 2021, value: '47.5', milestone: null }],
    } as unknown as IndicatorView;
    const text = draftOpinion(
      report({
        indicators: [indicator],
        items: [
          item({ grade: 'A', lastGrade: 'B', issues: '課が偏る。' }),
          item({ marker: 'イ', grade: null, checkApproved: false }),
        ],
        grades: [{ grade: 'A', count: 1 }],
        costs: { settled: '7960', executionRate: '94.5' } as SectionReport['costs'],
        answered: { done: 3, changed: 1, dropped: 0, open: 0 },
      }),
      writing,
    );
    expect(text.split('\n')).toEqual([
      '[indicators 1|1][indicator 割合|47.5|on_track|47.5]',
      '[grades 2|1|[grade_count A|1]][up ア][costs 7960|94.5%]',
      '[answers 4|3|1|0|0]',
      '[issues [issue ア|課が偏る。]]',
    ]);
  });
});

describe('what a draft says nothing of', () => {
  const withCheck = (marker: string, state: string | null): ReportItem =>
    item({
      marker,
      programNumber: '2',
      stages: state === null ? [] : [{ stage: 'check', state, taskStageId: null }],
    } as Partial<ReportItem>);

  it('are items whose Check is still to be confirmed, not those that have none this year', () => {
    const items = [
      withCheck('ア', 'approved'),
      withCheck('イ', 'submitted'),
      withCheck('ウ', 'none'),
      withCheck('エ', 'not_applicable'),
      withCheck('オ', null),
    ];
    expect(leftOut(report({ items }))).toEqual(['(2)イ', '(2)ウ']);
  });
});
