import type { Decimal } from 'decimal.js';
import { compareQuality } from './case-numbers.rules.js';
import type { CaseNumbers } from './case-numbers.rules.js';
import type { Expected } from './expected-value.rules.js';
import { compare, decimal, dividedBy, less, over, roundRatio, whole } from './exact.rules.js';
import type { Ratio } from './exact.rules.js';
import type { Ground, JudgementStatus, NotJudgedReason } from './judgement.codes.js';
import type { Outcome } from './outcome.types.js';
import type { JudgementRule } from './standard-rule.rules.js';

interface Decision {
  readonly status: JudgementStatus;
  readonly ground: Ground;
}

const NO_PERCENTS = { progress: null, need: null, pace: null } as const;

/** Not judged, with its reason. E is given only where nothing but the actual is missing. */
export function notJudged(
  reason: NotJudgedReason,
  ground: Ground,
  expected: Expected | null = null,
): Outcome {
  return { status: 'not_judged', ground, reason, expected, ...NO_PERCENTS };
}

/** A status without percents, because the rules leave p, n and r blank. */
export function withoutPercents(decision: Decision, expected: Expected | null = null): Outcome {
  return { ...decision, expected, ...NO_PERCENTS };
}

/**
 * Judges along a line from B to T (T better than B). p = (A − B)/(T − B), n = (E − B)/(T − B), r = (A − B)/(E − B),
 * all with E before rounding; r is blank where E = B. First match wins.
 */
export function judgeOnLine(
  numbers: CaseNumbers,
  line: { readonly actual: Decimal; readonly baseline: Decimal; readonly target: Decimal },
  expected: Expected,
  rule: JudgementRule,
): Outcome {
  const way = line.target.minus(line.baseline);
  const gain = line.actual.minus(line.baseline);
  const expectedGain = less(expected.value, line.baseline);
  const pace = dividedBy(gain, expectedGain);
  const decision =
    atTarget(numbers, line.actual, line.target) ??
    atExpected(numbers, line.actual, expected) ??
    mostlyOnTrack(pace, rule) ??
    unchanged(numbers, line.actual, line.baseline, rule) ??
    behind(pace, rule) ??
    WORSE;
  return {
    ...decision,
    expected,
    progress: over(whole(gain), way),
    need: over(expectedGain, way),
    pace,
  };
}

/**
 * Judges what has to be kept every year: at or better than the target is on track before the target year and achieved
 * from it on; missed, it is behind when better than the baseline, flat when equal (or, in a survey, within the
 * tolerance), worse otherwise. No percents, since nothing is to be covered.
 */
export function judgeKept(
  numbers: CaseNumbers,
  kept: { readonly actual: Decimal; readonly baseline: Decimal },
  expected: Expected,
  rule: JudgementRule,
): Outcome {
  const decision =
    keptAt(numbers, kept.actual, expected) ??
    unchanged(numbers, kept.actual, kept.baseline, rule) ??
    (compareQuality(numbers, kept.actual, kept.baseline) > 0 ? MISSED_BUT_BETTER : WORSE);
  return withoutPercents(decision, expected);
}

/**
 * 減少・増加: better than the baseline is on track, and achieved from the target year on, however little it is; equal
 * is flat, and so is a survey that is worse by less than its tolerance; else worse. No E, p, n, r.
 */
export function judgeInWords(
  numbers: CaseNumbers,
  words: { readonly actual: Decimal; readonly baseline: Decimal },
  rule: JudgementRule,
): Outcome {
  if (compareQuality(numbers, words.actual, words.baseline) > 0) {
    return withoutPercents({ status: fromTargetYear(numbers), ground: 'words_better' });
  }
  return withoutPercents(unchanged(numbers, words.actual, words.baseline, rule) ?? WORSE);
}

/** At or better than what has to be kept; null when missed. */
export function keptAt(numbers: CaseNumbers, actual: Decimal, { value }: Expected): Decision | null {
  if (compare(value, actual) * numbers.sign > 0) return null;
  return { status: fromTargetYear(numbers), ground: 'kept' };
}

export function atTarget(numbers: CaseNumbers, actual: Decimal, target: Decimal): Decision | null {
  return compareQuality(numbers, actual, target) >= 0 ? { status: 'achieved', ground: 'at_target' } : null;
}

/** A baseline that is missing cannot say how a floor was missed. */
export const MISSED: Decision = { status: 'behind', ground: 'missed' };

const MISSED_BUT_BETTER: Decision = { status: 'behind', ground: 'missed_but_better' };
const WORSE: Decision = { status: 'worse', ground: 'worse_than_baseline' };

function fromTargetYear({ year, targetYear }: CaseNumbers): 'achieved' | 'on_track' {
  return year >= targetYear ? 'achieved' : 'on_track';
}

/** E is rounded before it is compared; the ground remembers when only that made the difference. */
function atExpected(numbers: CaseNumbers, actual: Decimal, { value }: Expected): Decision | null {
  const rounded = roundRatio(value, numbers.given.decimals);
  if (compareQuality(numbers, actual, rounded) < 0) return null;
  const reachesUnrounded = compare(value, actual) * numbers.sign <= 0;
  return { status: 'on_track', ground: reachesUnrounded ? 'at_expected' : 'at_expected_by_rounding' };
}

function mostlyOnTrack(pace: Ratio | null, { mostlyFrom }: JudgementRule): Decision | null {
  if (pace === null || compare(pace, decimal(mostlyFrom)) < 0 || compare(pace, decimal('1')) >= 0)
    return null;
  return { status: 'mostly_on_track', ground: 'pace_mostly' };
}

/** Equal to the baseline, or a survey that differs from it by less than its tolerance. */
function unchanged(
  { given }: CaseNumbers,
  actual: Decimal,
  baseline: Decimal,
  { surveyTolerance }: JudgementRule,
): Decision | null {
  const difference = actual.minus(baseline).abs();
  if (difference.isZero()) return { status: 'flat', ground: 'equals_baseline' };
  if (given.survey !== true || difference.gte(decimal(given.tolerance ?? surveyTolerance))) return null;
  return { status: 'flat', ground: 'within_tolerance' };
}

function behind(pace: Ratio | null, { mostlyFrom }: JudgementRule): Decision | null {
  if (pace === null || pace.numerator.lte(0) || compare(pace, decimal(mostlyFrom)) >= 0) return null;
  return { status: 'behind', ground: 'pace_behind' };
}
