import Decimal from 'decimal.js';
import { isPercent } from '../parts/numbers';

/** Decimal arithmetic on the strings of the API; every result is a string again, or null when it has no meaning. */

export function difference(value: string, from: string): string {
  return new Decimal(value).minus(from).toFixed();
}

export function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(value), new Decimal(0)).toFixed();
}

/** `part` of `whole` in percent with one decimal, half-up; null when the whole is zero. */
export function percentOf(part: string, whole: string): string | null {
  const all = new Decimal(whole);
  if (all.isZero()) return null;
  return new Decimal(part).div(all).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
}

/** How far a number moved. */
export interface Move {
  readonly difference: string;
  /** The difference of what is itself counted in percent. */
  readonly points: boolean;
  /** The difference in percent of where it came from; null where that would mislead: of a share, and from zero or less. */
  readonly share: string | null;
}

/** Null when it did not move. */
export function moveOf(before: string, after: string, unit: string): Move | null {
  if (sameNumber(before, after)) return null;
  const moved = difference(after, before);
  const points = isPercent(unit);
  const share = points || isNegative(before) ? null : percentOf(moved, before);
  return { difference: moved, points, share };
}

/** A cost divided by a count, whole 千円, half-up. */
export function each(cost: string, count: string): string | null {
  const all = new Decimal(count);
  return all.isZero() ? null : new Decimal(cost).div(all).toFixed(0, Decimal.ROUND_HALF_UP);
}

export function product(one: string, other: string): string {
  return new Decimal(one).times(other).toFixed(0, Decimal.ROUND_HALF_UP);
}

export const isNegative = (value: string): boolean => new Decimal(value).isNegative() && !isZero(value);
export const isZero = (value: string): boolean => new Decimal(value).isZero();
/** Equal as numbers: 7960 and 7960.0. */
export const sameNumber = (one: string, other: string): boolean => new Decimal(one).equals(other);
