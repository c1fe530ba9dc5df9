import type { IndicatorView } from '../api';

/** What a sheet holds of a year before it is confirmed. */
export interface EnteredValue {
  readonly value: string | null;
  readonly milestone: string | null;
}

/**
 * The indicator with the value that is being entered as a preliminary point of its year. The year is not judged by
 * it: what was judged so far is about another value.
 */
export function withEntered(
  indicator: IndicatorView,
  fiscalYear: number,
  { value, milestone }: EnteredValue,
): IndicatorView {
  const before = indicator.actuals.find((one) => one.fiscalYear === fiscalYear);
  const same = before !== undefined && before.value === value && before.milestone === milestone;
  if (same || (value === null && milestone === null)) return indicator;
  const entered = {
    source: '',
    specialNote: '',
    ...before,
    fiscalYear,
    value,
    milestone,
    reason: null,
    preliminary: true,
  };
  const others = indicator.actuals.filter((one) => one.fiscalYear !== fiscalYear);
  return {
    ...indicator,
    actuals: [...others, entered].sort((one, other) => one.fiscalYear - other.fiscalYear),
    judgements: indicator.judgements.filter((one) => one.fiscalYear !== fiscalYear),
    latest: indicator.latest?.fiscalYear === fiscalYear ? null : indicator.latest,
  };
}

/** The newest earlier year with a value: it is shown with its year and never carried forward. */
export function lastKnown(
  indicator: IndicatorView,
  fiscalYear: number,
): IndicatorView['actuals'][number] | null {
  const [last] = indicator.actuals
    .filter((actual) => actual.fiscalYear < fiscalYear && (actual.value ?? actual.milestone) !== null)
    .sort((one, other) => other.fiscalYear - one.fiscalYear);
  return last ?? null;
}
