import { Decimal } from 'decimal.js';
import type { IndicatorView } from '../api';

/** What looks odd about a value; none of it keeps the value from being submitted. */
export type ValueDoubt =
  | { readonly code: 'decimals'; readonly decimals: number }
  | { readonly code: 'percent_range' }
  | { readonly code: 'negative' }
  | { readonly code: 'far'; readonly fiscalYear: number; readonly value: string };

export type Measured = Pick<IndicatorView, 'unit' | 'decimals' | 'kind' | 'formula' | 'baseline' | 'actuals'>;

interface Known {
  readonly fiscalYear: number;
  readonly value: string;
}

/** Steps of up to three times the largest so far, or of half the last value, are nothing odd. */
const TIMES_THE_LARGEST_STEP = 3;
const SHARE_OF_THE_LAST_VALUE = 0.5;

export function valueDoubts(value: string, indicator: Measured, fiscalYear: number): readonly ValueDoubt[] {
  const now = new Decimal(value);
  const doubts: ValueDoubt[] = [];
  if (now.decimalPlaces() > indicator.decimals) {
    doubts.push({ code: 'decimals', decimals: indicator.decimals });
  }
  const known = knownBefore(indicator, fiscalYear);
  if (/^[%％]$/.test(indicator.unit) && (now.isNegative() || now.greaterThan(100))) {
    doubts.push({ code: 'percent_range' });
  } else if (now.isNegative() && known.every((one) => !new Decimal(one.value).isNegative())) {
    doubts.push({ code: 'negative' });
  }
  const last = known.at(-1);
  if (last && isFar(now, known)) doubts.push({ code: 'far', ...last });
  return doubts;
}

/** The values of earlier years, oldest first; a baseline that is counted otherwise is not among them. */
export function knownBefore(
  { actuals, baseline, kind, formula }: Omit<Measured, 'unit' | 'decimals'>,
  fiscalYear: number,
): readonly Known[] {
  const values = actuals.flatMap((one) =>
    one.value === null ? [] : [{ fiscalYear: one.fiscalYear, value: one.value }],
  );
  const comparable = kind !== 'plan_total' && kind !== 'milestone' && formula !== 'share_on_track';
  const begun = baseline !== null && !values.some((one) => one.fiscalYear === baseline.fiscalYear);
  return [...(comparable && begun ? [baseline] : []), ...values]
    .filter((one) => one.fiscalYear < fiscalYear)
    .sort((one, other) => one.fiscalYear - other.fiscalYear);
}

function isFar(now: Decimal, known: readonly Known[]): boolean {
  const values = known.map(({ value }) => new Decimal(value));
  const last = values.at(-1);
  if (last === undefined) return false;
  const steps = values.slice(1).map((value, at) => value.minus(values[at] ?? value).abs());
  const usual = Decimal.max(0, ...steps).times(TIMES_THE_LARGEST_STEP);
  const allowed = Decimal.max(usual, last.abs().times(SHARE_OF_THE_LAST_VALUE));
  // After a zero alone nothing is known about what is usual.
  return allowed.greaterThan(0) && now.minus(last).abs().greaterThan(allowed);
}
