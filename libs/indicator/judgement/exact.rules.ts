import { Decimal } from 'decimal.js';
import { invalid } from '#errors';

/** Longest text taken as a number; keeps every product of three inside the precision below. */
const LONGEST = 40;
const PLAIN_DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;

/** Enough digits for exact sums and products of three inputs; half-up is away from zero. */
const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP, defaults: true });

/**
 * A fraction that was never divided. A third has no last decimal, so a pace of exactly 0.6 would be lost by dividing
 * before comparing. The denominator is positive.
 */
export interface Ratio {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** True for `47.5`, `-2`, `+0.50`, `.5`; not for exponents, separators, full-width digits or spaces. */
export function isDecimal(text: string): boolean {
  return text.length <= LONGEST && PLAIN_DECIMAL.test(text);
}

/** @throws DomainError `judge.not_a_number` */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) throw invalid('judge.not_a_number', { value: text });
  return new Exact(text);
}

export const ZERO: Decimal = new Exact(0);

export function whole(value: Decimal): Ratio {
  return { numerator: value, denominator: new Exact(1) };
}

/** The value at `elapsed` of `span` steps between two values; `span` is positive. */
export function between(from: Decimal, to: Decimal, elapsed: number, span: number): Ratio {
  return { numerator: from.times(span).plus(to.minus(from).times(elapsed)), denominator: new Exact(span) };
}

/** The exact sum, still undivided. */
export function plus(one: Ratio, other: Ratio): Ratio {
  return {
    numerator: one.numerator.times(other.denominator).plus(other.numerator.times(one.denominator)),
    denominator: one.denominator.times(other.denominator),
  };
}

/** `ratio − value`, still undivided. */
export function less(ratio: Ratio, value: Decimal): Ratio {
  return { ...ratio, numerator: ratio.numerator.minus(ratio.denominator.times(value)) };
}

/** `value ÷ ratio`, or null when the ratio is zero. */
export function dividedBy(value: Decimal, ratio: Ratio): Ratio | null {
  if (ratio.numerator.isZero()) return null;
  const top = value.times(ratio.denominator);
  return ratio.numerator.isNegative()
    ? { numerator: top.negated(), denominator: ratio.numerator.negated() }
    : { numerator: top, denominator: ratio.numerator };
}

/** `ratio ÷ value`, still undivided, or null when the value is zero. */
export function over(ratio: Ratio, value: Decimal): Ratio | null {
  if (value.isZero()) return null;
  return value.isNegative()
    ? { numerator: ratio.numerator.negated(), denominator: ratio.denominator.times(value).negated() }
    : { numerator: ratio.numerator, denominator: ratio.denominator.times(value) };
}

/** −1, 0 or 1, as `ratio` is below, equal to or above `value`; exact. */
export function compare(ratio: Ratio, value: Decimal): number {
  return ratio.numerator.comparedTo(value.times(ratio.denominator));
}

/** Half-up, away from zero: −2.5 becomes −3. */
export function round(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
}

export function roundRatio(ratio: Ratio, decimals: number): Decimal {
  // A value on the edge of rounding has few digits, so the long quotient shows it exactly.
  return round(ratio.numerator.div(ratio.denominator), decimals);
}

/** With exactly that many decimals and never a minus zero. */
export function print(value: Decimal, decimals: number): string {
  const rounded = round(value, decimals);
  return (rounded.isZero() ? ZERO : rounded).toFixed(decimals);
}

/** For the line that shows the value before rounding: trailing zeros cut. */
export function printLong(ratio: Ratio, decimals: number): string {
  const rounded = roundRatio(ratio, decimals);
  return rounded.isZero() ? '0' : rounded.toFixed();
}

/** A percent with one decimal, half-up; null stays blank. */
export function printPercent(ratio: Ratio | null): string | null {
  if (ratio === null) return null;
  return print(roundRatio({ ...ratio, numerator: ratio.numerator.times(100) }, 1), 1);
}

/** One count of another as a percent, half-up; null when there is nothing to divide by. */
export function printShare(numerator: number, denominator: number, decimals: number): string | null {
  if (denominator === 0) return null;
  const share = { numerator: new Exact(numerator).times(100), denominator: new Exact(denominator) };
  return print(roundRatio(share, decimals), decimals);
}
