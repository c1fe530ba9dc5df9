import { describe, expect, it } from '@jest/globals';
import type { IndicatorSeries, StoredActual } from './indicator.store.js';
import { judge, STANDARD_RULE } from './judgement/index.js';
import { caseOf, entryOf, judgeSeries, judgeYear, pathOf } from './series-case.rules.js';

const actual = (
  fiscalYear: number,
  value: string | null,
  change: Partial<StoredActual> = {},
): StoredActual => ({
  fiscalYear,
  value,
  milestone: null,
  reason: null,
  preliminary: false,
  source: '',
  specialNote: '',
  factorsOwn: '',
  factorsOutside: '',
  ...change,
});

const target = (
  fiscalYear: number,
  value: string | null,
  change: { floor?: boolean; annual?: boolean } = {},
) => ({
  fiscalYear,
  value,
  floor: false,
  annual: false,
  ...change,
});

/** 市民参画・協働: 43.8 in 2018, 50.0 in 2023; a spec says only what matters. */
const series = (change: Partial<IndicatorSeries> = {}): IndicatorSeries => ({
  id: 'id',
  key: '1-指標1',
  sectionKey: '1',
  sectionNumber: '1',
  sectionTitle: '参画と協働の推進',
  name: '市民参画の割合',
  unit: '％',
  decimals: 1,
  direction: 'up',
  kind: 'level',
  baseline: '43.8',
  baselineYear: 2018,
  targetWords: null,
  note: '',
  survey: false,
  tolerance: null,
  publicationLag: 0,
  surveyInterval: 1,
  formula: null,
  ownerName: null,
  targets: [target(2023, '50.0')],
  actuals: [],
  ...change,
});

const judged = (given: IndicatorSeries, fiscalYear: number) => judgeYear(given, fiscalYear, STANDARD_RULE);

describe('a stored actual', () => {
  it('is its value, its milestone, or why there is none', () => {
    expect(entryOf(actual(2021, '47.5'))).toEqual({ value: '47.5', year: 2021 });
    expect(entryOf(actual(2021, '0'))).toEqual({ value: '0', year: 2021 });
    expect(entryOf(actual(2021, null, { milestone: '着手' }))).toEqual({ value: '着手', year: 2021 });
    expect(entryOf(actual(2021, null, { reason: 'survey_not_held' }))).toEqual({
      reason: 'survey_not_held',
      year: 2021,
    });
    expect(entryOf(actual(2021, null))).toEqual({ reason: 'not_yet_compiled', year: 2021 });
    expect(entryOf(actual(2021, '1', { reason: 'not_yet_compiled' }))).toEqual({ value: '1', year: 2021 });
  });
});

describe('the case of a series', () => {
  it('holds everything that anybody needs to recompute the badge', () => {
    const given = series({
      survey: true,
      tolerance: '2',
      targets: [
        target(2021, '47.0', { annual: true }),
        target(2023, '50.0', { floor: true }),
        target(2022, null, { annual: true }),
      ],
      actuals: [
        actual(2019, '44.6'),
        actual(2020, null, { reason: 'survey_not_held' }),
        actual(2021, '47.5'),
      ],
    });
    expect(caseOf(given, { value: '47.5', year: 2021 })).toEqual({
      id: '1-指標1',
      direction: 'up',
      kind: 'level',
      decimals: 1,
      survey: true,
      tolerance: '2',
      baseline: { value: '43.8', year: 2018 },
      targets: [{ value: '50.0', year: 2023, floor: true }],
      annualTargets: [{ value: '47.0', year: 2021 }],
      actual: { value: '47.5', year: 2021 },
      history: [{ value: '44.6', year: 2019 }],
    });
  });

  it('has no baseline where value or year is missing: missing is never zero', () => {
    expect(caseOf(series({ baseline: null }), { value: '1', year: 2021 })?.baseline).toBeNull();
    expect(caseOf(series({ baselineYear: null }), { value: '1', year: 2021 })?.baseline).toBeNull();
    expect(caseOf(series({ baseline: '0' }), { value: '1', year: 2021 })?.baseline).toEqual({
      value: '0',
      year: 2018,
    });
  });

  it('is none where the plan gives no target, annual ones alone included', () => {
    expect(caseOf(series({ targets: [] }), { value: '1', year: 2021 })).toBeUndefined();
    expect(
      caseOf(series({ targets: [target(2021, '47', { annual: true })] }), { value: '1', year: 2021 }),
    ).toBeUndefined();
    expect(judgeSeries(series({ targets: [] }), { value: '1', year: 2021 }, 2021, STANDARD_RULE)).toBeNull();
    expect(judged(series({ targets: [] }), 2021)).toBeNull();
  });
});

describe('the judgement of a year', () => {
  it('is that of the rules, filed under the year', () => {
    const given = series({ actuals: [actual(2021, '47.5')] });
    expect(judged(given, 2021)).toEqual({
      fiscalYear: 2021,
      status: 'on_track',
      expected: '47.5',
      expectedUnrounded: '47.52',
      progress: '59.7',
      need: '60.0',
      pace: '99.5',
      reason: null,
      byRounding: true,
      atOrAfterTargetYear: false,
      ruleName: '標準',
      ruleVersion: 1,
    });
    const recomputed = caseOf(given, { value: '47.5', year: 2021 });
    expect(recomputed && judge(recomputed)).toMatchObject({ status: 'on_track', pace: '99.5' });
  });

  it('is not judged for the reason of that year; an older value is never carried forward', () => {
    const given = series({
      actuals: [actual(2020, '45.9'), actual(2021, null, { reason: 'survey_not_held' })],
    });
    expect(judged(given, 2021)).toMatchObject({ status: 'not_judged', reason: 'survey_not_held' });
  });

  it('is awaited while neither a value nor a reason is entered, with what is expected of it', () => {
    const given = series({ actuals: [actual(2021, '47.5')] });
    expect(judged(given, 2022)).toMatchObject({ status: 'awaited', reason: null, expected: '48.8' });
    const stated = series({ actuals: [actual(2022, null, { reason: 'not_yet_compiled' })] });
    expect(judged(stated, 2022)).toMatchObject({ status: 'not_judged', reason: 'not_yet_compiled' });
  });

  it('is not judged where no value could be: without a baseline, or not after its year', () => {
    const without = series({ baseline: null, baselineYear: null });
    expect(judged(without, 2022)).toMatchObject({ status: 'not_judged', reason: 'no_baseline' });
    const milestone = { kind: 'milestone', targets: [target(2023, null)] } as const;
    expect(judged({ ...without, ...milestone }, 2022)).toMatchObject({ status: 'awaited' });
    expect(judged(series(), 2018)).toMatchObject({ status: 'not_judged', reason: 'too_early' });
  });

  it('leaves later values out', () => {
    const given = series({ actuals: [actual(2021, '47.5'), actual(2022, '49.9')] });
    expect(judged(given, 2021)).toMatchObject({ expected: '47.5', progress: '59.7' });
  });

  it('takes the newest value that is due where one comes late, with its own year', () => {
    const late = series({
      publicationLag: 1,
      actuals: [actual(2020, '46.3'), actual(2021, null, { reason: 'not_yet_compiled' })],
    });
    expect(judged(late, 2021)).toMatchObject({ fiscalYear: 2021, status: 'on_track', expected: '46.3' });
    expect(judged(late, 2022)).toMatchObject({ status: 'not_judged', reason: 'not_yet_compiled' });
    expect(judged(late, 2023)).toMatchObject({ fiscalYear: 2022, status: 'awaited' });
  });

  it('takes the last survey until the next one is due, counted from the baseline’s year', () => {
    const survey = series({ surveyInterval: 3, actuals: [actual(2021, '47.5')] });
    expect(judged(survey, 2021)).toMatchObject({ status: 'on_track' });
    expect(judged(survey, 2022)).toMatchObject({ fiscalYear: 2022, status: 'on_track', expected: '47.5' });
    expect(judged(survey, 2023)).toMatchObject({ fiscalYear: 2023, status: 'on_track' });
    expect(judged(survey, 2024)).toMatchObject({ status: 'awaited', reason: null });
  });

  it('counts from the last survey where there is no baseline', () => {
    const survey = series({
      surveyInterval: 3,
      baseline: null,
      baselineYear: null,
      targets: [target(2027, '40.0', { floor: true })],
      actuals: [actual(2018, '39.0'), actual(2021, '47.5')],
    });
    expect(judged(survey, 2021)).toMatchObject({ status: 'on_track' });
    expect(judged(survey, 2023)).toMatchObject({ fiscalYear: 2023, status: 'on_track' });
    expect(judged(survey, 2024)).toMatchObject({ status: 'awaited', reason: null });
    expect(judged(survey, 2020)).toMatchObject({ fiscalYear: 2020, status: 'behind' });
    const postponed = { ...survey, actuals: [actual(2018, '39.0'), actual(2022, '47.5')] };
    expect(judged(postponed, 2020)).toMatchObject({ fiscalYear: 2020, status: 'behind' });
    expect(judged(postponed, 2024)).toMatchObject({ fiscalYear: 2024, status: 'on_track' });
  });

  it('sums the years of a plan total', () => {
    const total = series({
      kind: 'plan_total',
      decimals: 0,
      baseline: '12',
      targets: [target(2023, '100')],
      actuals: [
        actual(2018, '12'),
        actual(2019, '30'),
        actual(2020, '30'),
        actual(2021, '10'),
        actual(2022, '50'),
      ],
    });
    expect(judged(total, 2021)).toMatchObject({ status: 'on_track', expected: '60', progress: '70.0' });
  });

  it('judges a milestone by its word, without a baseline', () => {
    const milestone = series({
      kind: 'milestone',
      decimals: 0,
      baseline: null,
      baselineYear: null,
      targets: [target(2023, null)],
      actuals: [actual(2021, null, { milestone: '着手' }), actual(2022, null, { milestone: '完了' })],
    });
    expect(judged(milestone, 2021)?.status).toBe('on_track');
    expect(judged(milestone, 2022)?.status).toBe('achieved');
  });
});

describe('the expected path', () => {
  it('runs from the baseline to the last target, year by year', () => {
    expect(pathOf(series()).map((p) => [p.fiscalYear, p.value])).toEqual([
      [2018, '43.8'],
      [2019, '45.0'],
      [2020, '46.3'],
      [2021, '47.5'],
      [2022, '48.8'],
      [2023, '50.0'],
    ]);
  });

  it('goes to the last of several targets, in whatever order they come', () => {
    const targets = [target(2023, '60.0'), target(2020, '50.0'), target(2024, '99', { annual: true })];
    const path = pathOf(series({ baseline: '40.0', targets }));
    expect(path.map((p) => p.fiscalYear)).toEqual([2018, 2019, 2020, 2021, 2022, 2023]);
    expect(path.at(2)?.value).toBe('50.0');
    expect(path.at(-1)?.value).toBe('60.0');
  });

  it('is none without baseline, target or number', () => {
    expect(pathOf(series({ baselineYear: null }))).toEqual([]);
    expect(pathOf(series({ baseline: null }))).toEqual([]);
    expect(pathOf(series({ targets: [] }))).toEqual([]);
    expect(pathOf(series({ targets: [target(2023, null)], targetWords: '減少', direction: 'down' }))).toEqual(
      [],
    );
    expect(pathOf(series({ targets: [target(2017, '50.0')] }))).toEqual([]);
  });
});
