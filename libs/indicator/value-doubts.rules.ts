import { Decimal } from 'decimal.js';
import type { IndicatorView } from './indicator-view.types.js';

/** What looks odd about a value; none of it keeps the value from being submitted. */
export interface ValueDoubt {
  readonly code:
    | 'value_decimals'
    | 'value_whole'
    | 'value_percent_range'
    | 'value_negative'
    | 'value_far'
    | 'running_total_fell';
  readonly params: Readonly<Record<string, string | number>>;
}

export type Measured = Pick<
  IndicatorView,
  'name' | 'unit' | 'decimals' | 'kind' | 'formula' | 'baseline' | 'actuals'
>;

interface Known {
  readonly fiscalYear: number;
  readonly value: string;
}

/** Steps of up to three times the largest so far, or of half the last value, are nothing odd. */
const TIMES_THE_LARGEST_STEP = 3;
const SHARE_OF_THE_LAST_VALUE = 0.5;

/**
 * What looks odd about the value of a fiscal year: more decimals than are printed, a share outside 0 to 100 or a count
 * below nothing, a running total that fell, a step from the last known value far larger than those before.
 */
export function valueDoubts(value: string, indicator: Measured, fiscalYear: number): readonly ValueDoubt[] {
  const now = new Decimal(value);
  const { decimals, kind, name, unit } = indicator;
  const doubts: ValueDoubt[] = [];
  const doubt = (code: ValueDoubt['code'], params: ValueDoubt['params'] = {}): void =>
    void doubts.push({ code, params });
  if (now.decimalPlaces() > decimals)
    doubt(decimals === 0 ? 'value_whole' : 'value_decimals', { count: decimals });
  const known = knownBefore(indicator, fiscalYear);
  const last = known.at(-1);
  if (/^[%％]$/.test(unit) && (now.isNegative() || now.greaterThan(100))) doubt('value_percent_range');
  else if (now.isNegative() && known.every((one) => !new Decimal(one.value).isNegative()))
    doubt('value_negative');
  if (!last) return doubts;
  if (kind === 'running_total' && now.lessThan(last.value)) doubt('running_total_fell', { name });
  if (isFar(now, known)) doubt('value_far', { fiscalYear: last.fiscalYear, value: last.value, unit });
  return doubts;
}

/** The values of earlier years, oldest first; a baseline that is counted otherwise is not among them. */
export function knownBefore(
  { actuals, baseline, kind, formula }: Pick<Measured, 'actuals' | 'baseline' | 'kind' | 'formula'>,
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
