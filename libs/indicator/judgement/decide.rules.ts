import type { Decimal } from 'decimal.js';
import type { CaseNumbers } from './case-numbers.rules.js';
import { expectedAt } from './expected-value.rules.js';
import type { Milestone } from './judgement.codes.js';
import type { Outcome } from './outcome.types.js';
import type { JudgementRule } from './standard-rule.rules.js';
import {
  MISSED,
  atTarget,
  judgeInWords,
  judgeKept,
  judgeOnLine,
  keptAt,
  notJudged,
  withoutPercents,
} from './status.rules.js';

/**
 * Decides one single case. The order matters: a missing actual keeps the reason a person gave, whatever else is
 * missing; then a year that is not after the baseline's is too early for every kind.
 */
export function decide(numbers: CaseNumbers, rule: JudgementRule): Outcome {
  const { actual, baseline, baselineYear, year } = numbers;
  const tooEarly = baselineYear !== null && year <= baselineYear;
  if (actual.is === 'missing') {
    return notJudged(actual.reason, 'no_value', tooEarly ? null : expectedAt(numbers, year));
  }
  if (tooEarly) return notJudged('too_early', 'too_early');
  if (actual.is === 'milestone') return decideMilestone(numbers, actual.value);
  if (baselineYear === null || baseline === null) return decideWithoutBaseline(numbers, actual.value);
  return decideNumber(numbers, { actual: actual.value, baseline }, rule);
}

function decideNumber(
  numbers: CaseNumbers,
  values: { readonly actual: Decimal; readonly baseline: Decimal },
  rule: JudgementRule,
): Outcome {
  const expected = expectedAt(numbers, numbers.year);
  const { target, way } = numbers;
  // With a baseline and a year after it, words alone have neither a number to reach nor one to expect.
  if (expected === null || target === null) return judgeInWords(numbers, values, rule);
  if (way === 'kept') return judgeKept(numbers, values, expected, rule);
  return judgeOnLine(numbers, { ...values, target }, expected, rule);
}

/**
 * Without a baseline only the target can speak: reached is achieved, a floor is kept or missed (behind, since nothing
 * says how far), everything else waits until a baseline is decided. A missing baseline is never zero, and a line has
 * no E. A plan total without a baseline's year sums all years it knows.
 */
function decideWithoutBaseline(numbers: CaseNumbers, actual: Decimal): Outcome {
  const { target, way } = numbers;
  if (target === null) return notJudged('no_baseline', 'no_baseline');
  if (way === 'kept') {
    const expected = expectedAt(numbers, numbers.year);
    return withoutPercents((expected && keptAt(numbers, actual, expected)) ?? MISSED, expected);
  }
  const reached = atTarget(numbers, actual, target);
  return reached === null ? notJudged('no_baseline', 'no_baseline') : withoutPercents(reached);
}

/** 設置・策定: no percentage. Before the target year anything begun is on track; from it on only 完了 is enough. */
function decideMilestone({ year, targetYear }: CaseNumbers, value: Milestone): Outcome {
  if (value === '完了') return withoutPercents({ status: 'achieved', ground: 'milestone_done' });
  if (year >= targetYear) return withoutPercents({ status: 'behind', ground: 'milestone_late' });
  if (value === '未着手') return withoutPercents({ status: 'flat', ground: 'milestone_not_started' });
  return withoutPercents({ status: 'on_track', ground: 'milestone_moving' });
}
