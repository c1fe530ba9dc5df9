import type { Decimal } from 'decimal.js';
import { annualSum } from './annual-sum.rules.js';
import { between, decimal, print, printLong, roundRatio, whole } from './exact.rules.js';
import type { Ratio } from './exact.rules.js';
import { readNumbers } from './case-numbers.rules.js';
import type { CaseNumbers } from './case-numbers.rules.js';
import { isComposite, partsOf } from './complete-case.rules.js';
import type { JudgementCase, PathPoint } from './judgement.types.js';

interface Point {
  readonly year: number;
  readonly value: Decimal;
  readonly is: 'baseline' | 'target' | 'annual';
}

/** From where an expected value comes; the popover prints it as a formula. */
export type ExpectedBy =
  | { readonly is: 'baseline' | 'target' | 'annual' | 'annual_sum' | 'kept' | 'after_target' }
  | { readonly is: 'line'; readonly elapsed: number; readonly span: number }
  | {
      readonly is: 'between';
      readonly from: Point;
      readonly to: Point;
      readonly elapsed: number;
      readonly span: number;
    };

export interface Expected {
  /** Before rounding. */
  readonly value: Ratio;
  readonly by: ExpectedBy;
}

/**
 * The expected value E of a fiscal year, before rounding; null where the rules give none.
 *
 * - A line runs from the baseline through the targets. An annual target wins in its own year, and a year without one
 *   lies on the line between its neighbours, with the baseline and the last target as ends.
 * - After the last target's year E is that target; up to the baseline's year there is no E but the baseline itself.
 * - What is to be kept knows no line: E is the target that is due next (of its own year, else of the following one),
 *   so yearly stored targets and several 以上 are steps. With one target that is T in every year.
 * - A plan total counts from 0: along the line, or, once there are annual targets, the sum of the years (`annualSum`).
 * - Words and milestones have no E, and a line needs a baseline.
 */
export function expectedAt(numbers: CaseNumbers, year: number): Expected | null {
  const { baselineYear, target, targetYear, way } = numbers;
  // Words and milestones have no number to reach.
  if (target === null) return null;
  if (baselineYear !== null && year <= baselineYear) return atBaseline(numbers, year);
  if (way === 'kept') return { value: whole(dueNext(numbers, target, year)), by: { is: 'kept' } };
  if (numbers.baseline === null || baselineYear === null) return null;
  if (year > targetYear) return { value: whole(target), by: { is: 'after_target' } };
  return sumOfYears(numbers, target, baselineYear, year) ?? onLine(numbers, year);
}

/** The printed path of a case for a chart. A composite has no path of its own: ask each of its parts. */
export function expectedPath(given: JudgementCase, years: readonly number[]): readonly PathPoint[] {
  const [single] = isComposite(given) ? [] : partsOf(given);
  if (single === undefined) return years.map((year) => ({ year, expected: null, unrounded: null }));
  const numbers = readNumbers(single);
  return years.map((year) => {
    const expected = expectedAt(numbers, year);
    if (expected === null) return { year, expected: null, unrounded: null };
    return {
      year,
      expected: printExpected(expected, single.decimals),
      unrounded: unrounded(expected, single.decimals),
    };
  });
}

/** E as it is compared and printed: half-up to the indicator's decimals. */
export function printExpected({ value }: Expected, decimals: number): string {
  return print(roundRatio(value, decimals), decimals);
}

/** E before rounding, at most four decimals more than are printed. */
export function unrounded({ value }: Expected, decimals: number): string {
  return printLong(value, decimals + 4);
}

function atBaseline({ baseline, baselineYear, way }: CaseNumbers, year: number): Expected | null {
  if (baseline === null || year !== baselineYear || way === 'kept') return null;
  return { value: whole(baseline), by: { is: 'baseline' } };
}

/** From the target year on only the target counts; before it, the step that is due next. */
function dueNext(numbers: CaseNumbers, target: Decimal, year: number): Decimal {
  if (year >= numbers.targetYear) return target;
  return pointsOf(numbers).find((point) => point.year >= year)?.value ?? target;
}

function sumOfYears(
  numbers: CaseNumbers,
  target: Decimal,
  baselineYear: number,
  year: number,
): Expected | null {
  if (numbers.given.kind !== 'plan_total') return null;
  const annual = annualPoints(numbers);
  if (annual.length === 0) return null;
  const plan = { first: baselineYear + 1, last: numbers.targetYear, total: target };
  return { value: annualSum(annual, plan, year), by: { is: 'annual_sum' } };
}

function onLine(numbers: CaseNumbers, year: number): Expected | null {
  const points = pointsOf(numbers);
  const from = points.findLast((point) => point.year <= year);
  const to = points.find((point) => point.year >= year);
  if (from === undefined || to === undefined) return null;
  if (from.year === to.year) return { value: whole(to.value), by: { is: to.is } };
  const elapsed = year - from.year;
  const span = to.year - from.year;
  const isWholeLine = from.is === 'baseline' && to.year === numbers.targetYear && to.is === 'target';
  return {
    value: between(from.value, to.value, elapsed, span),
    by: isWholeLine ? { is: 'line', elapsed, span } : { is: 'between', from, to, elapsed, span },
  };
}

/** Baseline, targets and annual targets in the order of their years, one per year. */
function pointsOf(numbers: CaseNumbers): readonly Point[] {
  const { baseline, baselineYear, given } = numbers;
  const byYear = new Map<number, Point>();
  for (const { year, value } of given.targets) {
    if (value !== null && isOnPath(numbers, year))
      byYear.set(year, { year, value: decimal(value), is: 'target' });
  }
  // A plan total's annual targets are the numbers of single years, not points of its path.
  if (given.kind !== 'plan_total') annualPoints(numbers).forEach((point) => byYear.set(point.year, point));
  const points = [...byYear.values()].toSorted((one, other) => one.year - other.year);
  if (baseline === null || baselineYear === null || numbers.way === 'kept') return points;
  return [{ year: baselineYear, value: baseline, is: 'baseline' }, ...points];
}

function annualPoints(numbers: CaseNumbers): readonly Point[] {
  return (numbers.given.annualTargets ?? [])
    .filter(({ year }) => isOnPath(numbers, year))
    .map(({ year, value }) => ({ year, value: decimal(value), is: 'annual' as const }))
    .toSorted((one, other) => one.year - other.year);
}

/** After the baseline's year and not after the last target's. */
function isOnPath({ baselineYear, targetYear }: CaseNumbers, year: number): boolean {
  return year <= targetYear && (baselineYear === null || year > baselineYear);
}
