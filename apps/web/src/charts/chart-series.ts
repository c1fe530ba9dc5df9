import { Decimal } from 'decimal.js';
import type { IndicatorView } from '../api';

/** A value at its fiscal year; `at` is where it is drawn, `text` what is written beside it (a decimal or a word). */
export interface SeriesPoint {
  readonly fiscalYear: number;
  readonly at: number;
  readonly text: string;
}

/** A year without a value, with its reason. */
export interface SeriesGap {
  readonly fiscalYear: number;
  readonly reason: string | null;
}

export interface Series {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Lines of actuals; a missing year, another population or another rule starts a new one. */
  readonly lines: readonly (readonly SeriesPoint[])[];
  /** True when the first line starts at the baseline. */
  readonly fromBaseline: boolean;
  readonly gaps: readonly SeriesGap[];
  readonly baseline: SeriesPoint | null;
  readonly targets: readonly SeriesPoint[];
  /** A target in words (減少): it has a year and no place. */
  readonly targetWord: { readonly fiscalYear: number; readonly words: string } | null;
  readonly path: readonly { readonly fiscalYear: number; readonly at: number }[];
}

/** The steps of a milestone, lowest first; a chart draws them as a scale of four. */
export const MILESTONES = ['未着手', '検討', '着手', '完了'] as const;

/** What is drawn of an indicator, still without pixels. Of a plan total the line is the sum to date. */
export function seriesOf(indicator: IndicatorView, fiscalYear: number): Series {
  const baseline = baselineOf(indicator);
  const points = pointsOf(indicator).filter((point) => !isBaselineAgain(point, baseline));
  const targets = targetsOf(indicator);
  const lines = linesOf(indicator, points);
  const joins = baseline !== null && joinsBaseline(indicator, baseline, lines[0]?.[0]);
  const years = [
    ...(baseline ? [baseline.fiscalYear] : []),
    ...points.map((point) => point.fiscalYear),
    ...indicator.targets.map((target) => target.fiscalYear),
    ...indicator.actuals.map((actual) => actual.fiscalYear),
    fiscalYear,
  ];
  return {
    firstYear: Math.min(...years.filter((year) => year > 0)),
    lastYear: Math.max(...years),
    lines: joins ? [[baseline, ...(lines[0] ?? [])], ...lines.slice(1)] : lines,
    fromBaseline: joins,
    gaps: indicator.actuals.filter((actual) => actual.value === null && actual.milestone === null),
    baseline,
    targets,
    targetWord: wordOf(indicator),
    path: indicator.kind === 'milestone' ? [] : pathOf(indicator),
  };
}

/** The sum of the years up to each year of a plan total; of every other kind the values themselves. */
export function totalsToDate(indicator: IndicatorView): ReadonlyMap<number, string> {
  const from = indicator.baseline?.fiscalYear ?? -Infinity;
  const totals = new Map<number, string>();
  let sum = new Decimal(0);
  for (const { fiscalYear, value } of byYear(indicator.actuals)) {
    if (value === null) continue;
    if (indicator.kind !== 'plan_total') totals.set(fiscalYear, value);
    if (indicator.kind !== 'plan_total' || fiscalYear <= from) continue;
    sum = sum.plus(value);
    totals.set(fiscalYear, sum.toFixed(indicator.decimals));
  }
  return totals;
}

function pointsOf(indicator: IndicatorView): readonly SeriesPoint[] {
  const totals = totalsToDate(indicator);
  return byYear(indicator.actuals).flatMap(({ fiscalYear, milestone }) => {
    if (milestone !== null) {
      const at = MILESTONES.findIndex((step) => step === milestone);
      return [{ fiscalYear, at: Math.max(0, at), text: milestone }];
    }
    const text = totals.get(fiscalYear);
    return text === undefined ? [] : [{ fiscalYear, at: Number(text), text }];
  });
}

/** The baseline measured once more in its own year is one mark, not two on top of each other. */
function isBaselineAgain(point: SeriesPoint, baseline: SeriesPoint | null): boolean {
  return baseline !== null && point.fiscalYear === baseline.fiscalYear && point.at === baseline.at;
}

function linesOf(indicator: IndicatorView, points: readonly SeriesPoint[]): SeriesPoint[][] {
  const lines: SeriesPoint[][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    const joined = before !== undefined && sameSeries(indicator, before.fiscalYear, point.fiscalYear);
    if (line && joined) line.push(point);
    else lines.push([point]);
  }
  return lines;
}

/** Neighbours belong to one line when no year is missing between them and, for a computed share, the rule is the same. */
function sameSeries(indicator: IndicatorView, before: number, after: number): boolean {
  if (after - before !== 1) return false;
  if (indicator.formula === null) return true;
  // A value that is not judged yet has no rule of its own and goes on from the one before.
  const rule = ruleOf(indicator, after);
  return rule === undefined || rule === ruleOf(indicator, before);
}

function ruleOf(indicator: IndicatorView, fiscalYear: number): number | undefined {
  return indicator.judgements.find((judgement) => judgement.fiscalYear === fiscalYear)?.ruleVersion;
}

/** The published share of indicators on track covers another population than the one computed here. */
function joinsBaseline(
  indicator: IndicatorView,
  baseline: SeriesPoint,
  first: SeriesPoint | undefined,
): boolean {
  if (first === undefined || indicator.formula === 'share_on_track') return false;
  if (indicator.kind === 'plan_total') return false;
  return first.fiscalYear - baseline.fiscalYear === 1;
}

function baselineOf({ baseline, kind, decimals }: IndicatorView): SeriesPoint | null {
  if (baseline === null || kind === 'milestone') return null;
  const text = kind === 'plan_total' ? new Decimal(0).toFixed(decimals) : baseline.value;
  return { fiscalYear: baseline.fiscalYear, at: Number(text), text };
}

function targetsOf({ targets, kind }: IndicatorView): readonly SeriesPoint[] {
  const done = MILESTONES.length - 1;
  return byYear(targets).flatMap(({ fiscalYear, value }) => {
    if (kind === 'milestone') return [{ fiscalYear, at: done, text: MILESTONES[done] ?? '' }];
    return value === null ? [] : [{ fiscalYear, at: Number(value), text: value }];
  });
}

function wordOf({ targets, targetWords, kind }: IndicatorView): Series['targetWord'] {
  const last = byYear(targets).at(-1);
  if (targetWords === null || last === undefined || last.value !== null || kind === 'milestone') return null;
  return { fiscalYear: last.fiscalYear, words: targetWords };
}

function pathOf({ expectedPath }: IndicatorView): Series['path'] {
  return byYear(expectedPath).map(({ fiscalYear, unrounded }) => ({ fiscalYear, at: Number(unrounded) }));
}

function byYear<T extends { readonly fiscalYear: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((one, other) => one.fiscalYear - other.fiscalYear);
}
