import type { SingleCase, Target, YearValue } from './judgement.types.js';

export interface TargetRevision {
  /** Fiscal year of the revision with its actual; of a plan total the sum up to that year. */
  readonly from: YearValue;
  readonly targets: readonly Target[];
  readonly annualTargets?: readonly YearValue[];
  /** The city decided that the new path runs from the old baseline. */
  readonly keepsBaseline?: boolean;
}

/**
 * The case after its target was revised in mid-plan: the new path starts at the revision year's actual, unless decided
 * otherwise. Judgements made before are not touched, and years up to the revision's are too early for the new path. A
 * plan total goes on counting from 0 and from its own first year; its path gets the sum of the revision year as a step.
 */
export function revisedCase(given: SingleCase, revision: TargetRevision): SingleCase {
  const { annualTargets = [], from, keepsBaseline, targets } = revision;
  const { targetWords, ...rest } = given;
  const stillInWords = targetWords !== undefined && targets.every(({ value }) => value === null);
  const revised: SingleCase = { ...rest, ...(stillInWords ? { targetWords } : {}), targets, annualTargets };
  if (keepsBaseline === true) return revised;
  if (given.kind !== 'plan_total') return { ...revised, baseline: from };
  return { ...revised, targets: [{ value: from.value, year: from.year }, ...targets] };
}
