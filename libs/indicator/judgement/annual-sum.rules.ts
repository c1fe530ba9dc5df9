import type { Decimal } from 'decimal.js';
import { between, compare, less, over, plus, whole, ZERO } from './exact.rules.js';
import type { Ratio } from './exact.rules.js';

interface Amount {
  readonly year: number;
  readonly value: Decimal;
}

/**
 * What the years from `first` to `year` should add up to, of a total over the plan with annual targets.
 *
 * A year without one lies on the line between its neighbours. Where it has a neighbour on one side only, the years that
 * are left share equally what is left of the total, or nothing once the others take it all: so without any annual target the sum is
 * `T × n`, and with all of them it is theirs alone.
 *
 * @param annual targets of single years between `first` and `last`, in the order of their years, at least one
 * @param last the target's year
 */
export function annualSum(
  annual: readonly Amount[],
  { first, last, total }: { readonly first: number; readonly last: number; readonly total: Decimal },
  year: number,
): Ratio {
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const known = new Map(years.flatMap((of) => knownIn(annual, of)));
  const rest = years.length - known.size;
  const share = rest === 0 ? whole(ZERO) : shareOf(total, sumOf([...known.values()]), rest);
  return sumOf(years.filter((of) => of <= year).map((of) => known.get(of) ?? share));
}

/** The target of the year itself, or the place on the line between the neighbours when there are two. */
function knownIn(annual: readonly Amount[], year: number): [number, Ratio][] {
  const before = annual.findLast((one) => one.year <= year);
  const after = annual.find((one) => one.year >= year);
  if (before === undefined || after === undefined) return [];
  if (before.year === after.year) return [[year, whole(before.value)]];
  return [[year, between(before.value, after.value, year - before.year, after.year - before.year)]];
}

function shareOf(total: Decimal, sum: Ratio, years: number): Ratio {
  const left = less({ ...sum, numerator: sum.numerator.negated() }, total.negated());
  // Nothing is left, or more was asked of the other years than the total.
  if (compare(left, ZERO) * total.comparedTo(0) <= 0) return whole(ZERO);
  return over(left, ZERO.plus(years)) ?? whole(ZERO);
}

const sumOf = (amounts: readonly Ratio[]): Ratio => amounts.reduce(plus, whole(ZERO));
