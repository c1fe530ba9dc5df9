import type { Judgement as JudgementView } from './indicator-view.types.js';
import { expectedPath } from './judgement/expected-value.rules.js';
import { dueActual } from './judgement/due-actual.rules.js';
import { explain } from './judgement/judgement.rules.js';
import type { MissingValue, SingleCase, YearValue } from './judgement/judgement.types.js';
import type { JudgementRule } from './judgement/standard-rule.rules.js';
import type { IndicatorSeries, StoredActual } from './indicator.store.js';

/** A stored value in the form the rules judge: a milestone's value is its word. */
export function entryOf(actual: StoredActual): YearValue | MissingValue {
  const value = actual.milestone ?? actual.value;
  if (value !== null) return { value, year: actual.fiscalYear };
  return { reason: actual.reason ?? 'not_yet_compiled', year: actual.fiscalYear };
}

const isValue = (entry: YearValue | MissingValue): entry is YearValue => 'value' in entry;

/** The case of one actual of a series; `undefined` when the plan gives no target to judge against. */
export function caseOf(series: IndicatorSeries, actual: YearValue | MissingValue): SingleCase | undefined {
  const targets = series.targets
    .filter((t) => !t.annual)
    .map((t) => ({ value: t.value, year: t.fiscalYear, ...(t.floor ? { floor: true } : {}) }));
  if (targets.length === 0) return undefined;
  const annual = series.targets.flatMap((t) =>
    t.annual && t.value !== null ? [{ value: t.value, year: t.fiscalYear }] : [],
  );
  const history = series.actuals
    .map(entryOf)
    .filter(isValue)
    .filter((entry) => entry.year !== actual.year);
  return {
    id: series.key,
    direction: series.direction,
    kind: series.kind,
    decimals: series.decimals,
    survey: series.survey,
    ...(series.tolerance === null ? {} : { tolerance: series.tolerance }),
    baseline:
      series.baseline !== null && series.baselineYear !== null
        ? { value: series.baseline, year: series.baselineYear }
        : null,
    targets,
    ...(series.targetWords ? { targetWords: series.targetWords } : {}),
    ...(annual.length > 0 ? { annualTargets: annual } : {}),
    actual,
    history,
  };
}

/** Judges one actual of a series, filed under the fiscal year it is shown for. */
export function judgeSeries(
  series: IndicatorSeries,
  actual: YearValue | MissingValue,
  fiscalYear: number,
  rule: JudgementRule,
): JudgementView | null {
  const given = caseOf(series, actual);
  if (!given) return null;
  const trace = explain(given, rule);
  const { status, expected, progress, need, pace, reason } = trace.judgement;
  return {
    fiscalYear,
    status,
    expected,
    expectedUnrounded: trace.expectedUnrounded,
    progress,
    need,
    pace,
    reason: reason ?? null,
    byRounding: trace.byRounding,
    atOrAfterTargetYear: trace.atOrAfterTargetYear,
    ruleName: trace.ruleName,
    ruleVersion: rule.version,
  };
}

/**
 * The judgement of the year asked for: of the newest value that is due then, with its own year of data; a reason that
 * stands in a year in which no value was due does not hide it.
 */
export function judgeYear(
  series: IndicatorSeries,
  fiscalYear: number,
  rule: JudgementRule,
): JudgementView | null {
  const entries = series.actuals.map(entryOf);
  const due = dueActual(
    entries,
    {
      lag: series.publicationLag,
      interval: series.surveyInterval,
      surveyYear: series.baselineYear ?? lastMeasured(entries, fiscalYear) ?? fiscalYear,
    },
    fiscalYear,
  );
  const isEntered = entries.some(({ year }) => year === due.year);
  return isEntered ? judgeSeries(series, due, fiscalYear, rule) : awaitedYear(series, due.year, rule);
}

/** A year of which nothing is entered: its actual is awaited, unless no actual could be judged. */
function awaitedYear(series: IndicatorSeries, year: number, rule: JudgementRule): JudgementView | null {
  const judged = judgeSeries(series, { reason: 'not_yet_compiled', year }, year, rule);
  if (judged === null) return null;
  const reason = whyNever(series, judged);
  return reason === null ? { ...judged, status: 'awaited', reason } : { ...judged, reason };
}

/** Why a year cannot be judged whatever its actual will be. */
function whyNever(
  { baseline, baselineYear, kind }: IndicatorSeries,
  { fiscalYear, expected }: JudgementView,
): 'too_early' | 'no_baseline' | null {
  if (baselineYear !== null && fiscalYear <= baselineYear) return 'too_early';
  return kind !== 'milestone' && baseline === null && expected === null ? 'no_baseline' : null;
}

/** The newest year up to this one in which something was measured, so in which a survey was held. */
const lastMeasured = (
  entries: readonly (YearValue | MissingValue)[],
  fiscalYear: number,
): number | undefined =>
  entries
    .flatMap((entry) => (isValue(entry) && entry.year <= fiscalYear ? [entry.year] : []))
    .toSorted((a, b) => b - a)[0];

/**
 * Expected values from the baseline's year to the last target's: as they are compared and printed, and before rounding
 * for the dashed line of the chart, which would else be a staircase where an indicator has few decimals.
 */
export function pathOf(series: IndicatorSeries): { fiscalYear: number; value: string; unrounded: string }[] {
  const targetYears = series.targets.flatMap((t) => (t.annual ? [] : [t.fiscalYear]));
  const first = series.baselineYear;
  if (targetYears.length === 0 || first === null) return [];
  const last = Math.max(...targetYears);
  const given = caseOf(series, { reason: 'not_yet_compiled', year: last });
  if (!given) return [];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return expectedPath(given, years).flatMap((p) =>
    p.expected === null || p.unrounded === null
      ? []
      : [{ fiscalYear: p.year, value: p.expected, unrounded: p.unrounded }],
  );
}
