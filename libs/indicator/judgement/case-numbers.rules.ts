import type { Decimal } from 'decimal.js';
import { invalid } from '#errors';
import { MILESTONES } from './judgement.codes.js';
import type { Milestone, NotJudgedReason } from './judgement.codes.js';
import type { Phrase, SingleCase, Target, YearValue } from './judgement.types.js';
import { ZERO, decimal, round } from './exact.rules.js';

/**
 * How the target asks to be judged: along a `line` from baseline to target; as something to be `kept` every year
 * (`maintain`, T = B, 以上, a target on the wrong side of the baseline); in `words`; or as a `milestone`.
 */
export type Way = 'line' | 'kept' | 'words' | 'milestone';

/** One case read into exact numbers: what every other rule starts from. */
export interface CaseNumbers {
  readonly given: SingleCase;
  readonly way: Way;
  /** 1 when higher is better, −1 when lower is. */
  readonly sign: 1 | -1;
  /** Null without a baseline; then `baseline` is null too. */
  readonly baselineYear: number | null;
  /** A plan total counts from 0 whatever the baseline's value is. Null for a milestone. */
  readonly baseline: Decimal | null;
  /** Year of the last target. */
  readonly targetYear: number;
  /** Value of the last target; the baseline for 維持; null for other words and milestones. */
  readonly target: Decimal | null;
  /** Year of the data. */
  readonly year: number;
  readonly actual: ActualReading;
}

export type ActualReading =
  | { readonly is: 'number'; readonly value: Decimal }
  | { readonly is: 'milestone'; readonly value: Milestone }
  | { readonly is: 'missing'; readonly reason: NotJudgedReason };

/** @throws DomainError when a value is no number, or a milestone's value none of its words */
export function readNumbers(given: SingleCase): CaseNumbers {
  const last = lastTarget(given);
  const sign = signOf(given);
  const baseline = readBaseline(given);
  const target = readTarget(given, last, baseline);
  return {
    given,
    way: wayOf(given, last, sign, baseline, target),
    sign,
    baselineYear: given.baseline?.year ?? null,
    baseline,
    targetYear: last.year,
    target,
    year: given.actual.year,
    actual: readActual(given),
  };
}

/** Positive when `value` is better than `than`, 0 when equal, negative when worse. */
export function compareQuality(numbers: CaseNumbers, value: Decimal, than: Decimal): number {
  return value.comparedTo(than) * numbers.sign;
}

/** The target of the latest year, in whatever order they are given. */
export function lastTarget({ id, targets }: SingleCase): Target {
  const [first, ...rest] = targets;
  if (first === undefined) throw invalid('judge.no_target', { case: id, field: 'targets' });
  return rest.reduce((last, target) => (target.year > last.year ? target : last), first);
}

/**
 * The direction was confirmed by a person and is not inferred here; only `maintain`, which names no side beside a
 * word, leaves the word to tell it.
 */
function signOf({ direction, targetWords }: SingleCase): 1 | -1 {
  if (direction === 'down') return -1;
  return direction === 'maintain' && targetWords === '減少' ? -1 : 1;
}

function readBaseline({ kind, baseline }: SingleCase): Decimal | null {
  if (kind === 'milestone') return null;
  if (kind === 'plan_total') return ZERO;
  return baseline === null ? null : decimal(baseline.value);
}

function readTarget(given: SingleCase, last: Target, baseline: Decimal | null): Decimal | null {
  if (given.kind === 'milestone') return null;
  if (given.targetWords !== undefined) return given.targetWords === '維持' ? baseline : null;
  if (last.value === null) throw invalid('judge.no_target', { case: given.id, field: 'targets' });
  return decimal(last.value);
}

/**
 * A plan total counts up from 0, so a `maintain` or 以上 beside it changes nothing: it cannot be kept from the first
 * year on, only reached. A total that should stay low has its target on the wrong side of 0 and is a ceiling.
 */
function wayOf(
  { kind, direction, targetWords }: SingleCase,
  last: Target,
  sign: 1 | -1,
  baseline: Decimal | null,
  target: Decimal | null,
): Way {
  if (kind === 'milestone') return 'milestone';
  if (targetWords !== undefined && targetWords !== '維持') return 'words';
  if (targetWords === '維持' || target === null) return 'kept';
  if (kind !== 'plan_total' && (direction === 'maintain' || last.floor === true)) return 'kept';
  if (baseline === null) return 'line';
  return target.comparedTo(baseline) * sign > 0 ? 'line' : 'kept';
}

/** A is rounded half-up to the printed decimals before anything else; of a plan total the sum is rounded, once. */
function readActual(given: SingleCase): ActualReading {
  const { kind, actual, decimals } = given;
  if ('reason' in actual) return { is: 'missing', reason: actual.reason };
  if (kind === 'milestone') return { is: 'milestone', value: readMilestone(given.id, actual.value) };
  const value = kind === 'plan_total' ? totalToDate(given, actual) : decimal(actual.value);
  return { is: 'number', value: round(value, decimals) };
}

function readMilestone(id: string, text: string): Milestone {
  const found = MILESTONES.find((milestone) => milestone === text);
  if (found === undefined) {
    throw invalid('judge.bad_milestone', { case: id, field: 'actual.value', value: text });
  }
  return found;
}

/** The sum of the years after the baseline's up to that of the data; a year without a value adds nothing. */
function totalToDate(given: SingleCase, actual: YearValue): Decimal {
  return yearsBefore(given)
    .map(({ value }) => decimal(value))
    .reduce((sum, value) => sum.plus(value), decimal(actual.value));
}

/** History after the baseline's year and before the year of the data, oldest first. */
function yearsBefore({ baseline, history = [], actual }: SingleCase): readonly YearValue[] {
  return history
    .filter(({ year }) => year < actual.year && (baseline === null || year > baseline.year))
    .toSorted((one, other) => one.year - other.year);
}

/** The newest older value, to be shown grey with its year; it is never judged. */
export function lastKnownValue(given: SingleCase): YearValue | null {
  return yearsBefore(given).at(-1) ?? null;
}

/** Doubts about the data that a person should look at. None of them changes a status. */
export function warningsOf(given: SingleCase): readonly Phrase[] {
  return [...fallsOfRunningTotal(given), ...gapsOfPlanTotal(given), ...wordsAgainstDirection(given)];
}

/** A running total is a level that cannot fall; where it does, a number is wrong or was counted differently. */
function fallsOfRunningTotal(given: SingleCase): readonly Phrase[] {
  if (given.kind !== 'running_total') return [];
  const { baseline, actual } = given;
  const series = [...yearsBefore(given), ...('reason' in actual ? [] : [actual])];
  const known = baseline === null ? series : [baseline, ...series.filter(({ year }) => year > baseline.year)];
  return known.flatMap((now, at) => {
    const before = known[at - 1];
    if (before === undefined || decimal(now.value).gte(decimal(before.value))) return [];
    const params = { fromYear: before.year, from: before.value, year: now.year, to: now.value };
    return [{ key: 'judgement.warning.runningTotalFell', params }];
  });
}

function gapsOfPlanTotal(given: SingleCase): readonly Phrase[] {
  if (given.kind !== 'plan_total' || given.baseline === null) return [];
  const first = given.baseline.year + 1;
  const known = new Set(yearsBefore(given).map(({ year }) => year));
  const needed = Array.from({ length: Math.max(0, given.actual.year - first) }, (_, at) => first + at);
  const missing = needed.filter((year) => !known.has(year));
  if (missing.length === 0) return [];
  return [{ key: 'judgement.warning.totalHasGaps', params: { years: missing.join(', ') } }];
}

function wordsAgainstDirection({ direction, targetWords }: SingleCase): readonly Phrase[] {
  const against =
    (targetWords === '減少' && direction !== 'down') || (targetWords === '増加' && direction !== 'up');
  if (!against) return [];
  return [{ key: 'judgement.warning.wordsAgainstDirection', params: { words: targetWords } }];
}
