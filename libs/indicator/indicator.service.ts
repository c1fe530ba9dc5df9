import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { PlanService, PlanStore } from '#plan';
import type { IndicatorView, Judgement } from './indicator-view.types.js';
import { type IndicatorSeries, IndicatorStore } from './indicator.store.js';
import {
  checkRule,
  type JudgementRule,
  shareOnTrack,
  type ShareOnTrack,
  STANDARD_RULE,
} from './judgement/index.js';
import { isKnown, yearToShow, type YearEntered } from './year-to-show.rules.js';
import { entryOf, judgeSeries, judgeYear, pathOf } from './series-case.rules.js';

const NOTHING: YearEntered = { entered: 0, all: 0 };

@Injectable()
export class IndicatorService {
  constructor(
    private readonly store: IndicatorStore,
    private readonly plans: PlanService,
    private readonly planStore: PlanStore,
  ) {}

  /** The rule that judges now: the city's newest version, else the standard. */
  async rule(sql?: Sql): Promise<JudgementRule> {
    const row = await this.store.newestRule(sql);
    return row
      ? checkRule({ ...STANDARD_RULE, ...row.settings, name: row.name, version: row.version })
      : STANDARD_RULE;
  }

  /** Indicators with path, actuals and judgements as of a fiscal year; later actuals are left out. */
  async views(
    fiscalYear: number,
    keys: readonly string[] | null = null,
    sql?: Sql,
  ): Promise<IndicatorView[]> {
    const plan = await this.planStore.current(sql);
    if (!plan) return [];
    const series = await this.store.series(plan.id, keys, sql);
    const rule = await this.rule(sql);
    return series.map((one) => viewOf(upTo(one, fiscalYear), fiscalYear, rule));
  }

  /** The year to show to whoever names none, and how far the year that is being evaluated is entered. */
  async yearToShow(evaluated: number): Promise<{ shown: number; actuals: YearEntered }> {
    const years = await this.entered([evaluated - 1, evaluated]);
    const actuals = years.get(evaluated) ?? NOTHING;
    const before = years.get(evaluated - 1) ?? NOTHING;
    return { shown: yearToShow(evaluated, actuals, before), actuals };
  }

  /** How far the actuals of fiscal years are entered. */
  async entered(fiscalYears: readonly number[]): Promise<ReadonlyMap<number, YearEntered>> {
    const plan = await this.planStore.current();
    const found = plan ? await this.store.entered(plan.id, fiscalYears) : [];
    return new Map(found.map(({ fiscalYear, entered, all }) => [fiscalYear, { entered, all }]));
  }

  /** What a value would be judged as in a year, e.g. a computed one that nobody has entered yet. */
  async judgeValue(key: string, fiscalYear: number, value: string): Promise<Judgement | null> {
    const plan = await this.plans.current();
    const [[series], rule] = await Promise.all([this.store.series(plan.id, [key]), this.rule()]);
    return series ? judgeSeries(series, { value, year: fiscalYear }, fiscalYear, rule) : null;
  }

  /**
   * The plan's share of indicators on track in a year, and in years before it; however many they are, it asks the same
   * number of statements.
   */
  async shareOnTrack(
    fiscalYear: number,
    yearsBefore: readonly number[] = [],
  ): Promise<YearShare & { readonly before: readonly YearShare[] }> {
    const plan = await this.planStore.current();
    const [series, rule, entered] = await Promise.all([
      plan ? this.store.series(plan.id) : [],
      this.rule(),
      this.entered([...yearsBefore, fiscalYear]),
    ]);
    const ofYear = (year: number): YearShare => {
      const views = series.map((one) => viewOf(upTo(one, year), year, rule));
      return { fiscalYear: year, ...shareOfYear(views, rule, entered.get(year) ?? NOTHING) };
    };
    return { ...ofYear(fiscalYear), before: yearsBefore.map(ofYear) };
  }
}

/**
 * The share of indicators on track in a year, leaving out the indicator that measures it; it has no value while little of
 * the year is known.
 */
interface YearShare {
  readonly fiscalYear: number;
  readonly actuals: YearEntered;
  /** Enough is entered for a share. */
  readonly isKnown: boolean;
  readonly share: ShareOnTrack;
  /** The indicator that measures the share. */
  readonly self: IndicatorView | undefined;
  /** Statuses are those of the values due in the year. */
  readonly views: readonly IndicatorView[];
  /** The indicators that it is computed from. */
  readonly counted: readonly IndicatorView[];
}

function shareOfYear(
  views: readonly IndicatorView[],
  rule: JudgementRule,
  actuals: YearEntered,
): Omit<YearShare, 'fiscalYear'> {
  const self = views.find((v) => v.formula === 'share_on_track');
  const judged = views.map((v) => ({
    indicatorId: v.key,
    status: v.latest?.status ?? ('not_judged' as const),
  }));
  const share = shareOnTrack(judged, {
    decimals: self?.decimals ?? 1,
    rule,
    ...(self ? { selfId: self.key } : {}),
  });
  const known = isKnown(actuals);
  return {
    actuals,
    isKnown: known,
    share: known ? share : { ...share, value: null },
    self,
    views,
    counted: rule.shareExcludesItself ? views.filter((v) => v !== self) : views,
  };
}

const upTo = (series: IndicatorSeries, fiscalYear: number): IndicatorSeries => ({
  ...series,
  actuals: series.actuals.filter((a) => a.fiscalYear <= fiscalYear),
});

function viewOf(series: IndicatorSeries, fiscalYear: number, rule: JudgementRule): IndicatorView {
  const judgements = series.actuals.flatMap((a) => judgeSeries(series, entryOf(a), a.fiscalYear, rule) ?? []);
  return {
    key: series.key,
    sectionKey: series.sectionKey,
    sectionNumber: series.sectionNumber,
    sectionTitle: series.sectionTitle,
    name: series.name,
    unit: series.unit,
    decimals: series.decimals,
    direction: series.direction,
    kind: series.kind,
    note: series.note,
    formula: series.formula,
    ownerName: series.ownerName,
    baseline:
      series.baseline !== null && series.baselineYear !== null
        ? { value: series.baseline, fiscalYear: series.baselineYear }
        : null,
    targets: series.targets
      .filter((t) => !t.annual)
      .map(({ value, fiscalYear: year, floor }) => ({ value, fiscalYear: year, floor })),
    targetWords: series.targetWords,
    expectedPath: pathOf(series),
    actuals: series.actuals.map(({ factorsOwn: _own, factorsOutside: _outside, ...actual }) => actual),
    judgements,
    latest: judgeYear(series, fiscalYear, rule),
  };
}
