import type { Decimal } from 'decimal.js';
import { decimal, print, printLong, printPercent, whole } from './exact.rules.js';
import type { CaseNumbers } from './case-numbers.rules.js';
import { printExpected, unrounded } from './expected-value.rules.js';
import type { Expected } from './expected-value.rules.js';
import type { BasisRow, Phrase } from './judgement.types.js';
import type { Outcome } from './outcome.types.js';
import type { JudgementRule } from './standard-rule.rules.js';

type Params = Phrase['params'];

/** The sentence that tells why: one for each ground, with the numbers that were compared. */
export function because(numbers: CaseNumbers, outcome: Outcome, rule: JudgementRule): Phrase {
  const { given } = numbers;
  const params: Record<string, string | number> = {
    actual: printedActual(numbers) ?? '',
    baseline: numbers.baseline === null ? '' : printGiven(numbers.baseline, given.decimals),
    target: printedTarget(numbers),
    expected: outcome.expected === null ? '' : printExpected(outcome.expected, given.decimals),
    unrounded: outcome.expected === null ? '' : unrounded(outcome.expected, given.decimals),
    pace: printPercent(outcome.pace) ?? '',
    threshold: thresholdPercent(rule),
    tolerance: given.tolerance ?? rule.surveyTolerance,
    year: numbers.year,
    baselineYear: numbers.baselineYear ?? '',
    targetYear: numbers.targetYear,
  };
  const key = outcome.reason === undefined ? outcome.ground : `not_judged.${outcome.reason}`;
  return { key: `judgement.because.${key}`, params };
}

/**
 * The lines of 判定の根拠 in the order B, T, E, A, p, r. Lines that the rules leave out (E of a word, p and r of what is
 * to be kept) are not there; a blank inside a line (r where E = B) is null.
 */
export function basisRows(numbers: CaseNumbers, outcome: Outcome): readonly BasisRow[] {
  const decidedByPace = outcome.ground === 'pace_mostly' || outcome.ground === 'pace_behind';
  return [
    ...baselineRow(numbers),
    targetRow(numbers),
    ...expectedRow(numbers, outcome),
    actualRow(numbers, outcome, !decidedByPace),
    ...percentRows(outcome, decidedByPace),
  ];
}

function row(symbol: BasisRow['symbol'], rest: Partial<Omit<BasisRow, 'symbol' | 'label'>>): BasisRow {
  const label = phrase(`judgement.row.${symbol}`);
  return { symbol, label, value: null, unit: 'value', year: null, how: null, deciding: false, ...rest };
}

function baselineRow({ given, baseline, baselineYear }: CaseNumbers): readonly BasisRow[] {
  if (baseline === null || baselineYear === null) return [];
  const how = given.kind === 'plan_total' ? phrase('judgement.how.countsFromZero') : null;
  return [row('B', { value: printGiven(baseline, given.decimals), year: baselineYear, how })];
}

function targetRow(numbers: CaseNumbers): BasisRow {
  const word = numbers.way === 'words' || numbers.way === 'milestone' || numbers.target === null;
  return row('T', {
    value: printedTarget(numbers),
    unit: word ? 'word' : 'value',
    year: numbers.targetYear,
    how: numbers.way === 'kept' ? phrase('judgement.how.keptEveryYear') : null,
  });
}

function expectedRow(numbers: CaseNumbers, { expected }: Outcome): readonly BasisRow[] {
  if (expected === null) return [];
  const { decimals } = numbers.given;
  return [
    row('E', {
      value: printExpected(expected, decimals),
      year: numbers.year,
      how: howExpected(numbers, expected),
    }),
  ];
}

function actualRow(numbers: CaseNumbers, outcome: Outcome, deciding: boolean): BasisRow {
  return row('A', {
    value: printedActual(numbers),
    unit: numbers.way === 'milestone' ? 'word' : 'value',
    year: numbers.year,
    how: phrase(`judgement.ground.${outcome.ground}`),
    deciding,
  });
}

function percentRows({ progress, need, pace }: Outcome, deciding: boolean): readonly BasisRow[] {
  if (progress === null) return [];
  const howPace =
    pace === null
      ? phrase('judgement.how.noPaceYet')
      : phrase('judgement.how.pace', { need: printPercent(need) ?? '' });
  return [
    row('p', { value: printPercent(progress), unit: 'percent', how: phrase('judgement.how.progress') }),
    row('r', { value: printPercent(pace), unit: 'percent', how: howPace, deciding }),
  ];
}

function howExpected({ given, year }: CaseNumbers, expected: Expected): Phrase {
  const { by } = expected;
  const value = unrounded(expected, given.decimals);
  if (by.is === 'line') {
    const key = given.kind === 'plan_total' ? 'judgement.how.shareOfTotal' : 'judgement.how.line';
    return phrase(key, { elapsed: by.elapsed, span: by.span, value });
  }
  if (by.is !== 'between') return phrase(`judgement.how.${by.is}`, { year, value });
  return phrase('judgement.how.between', {
    fromYear: by.from.year,
    from: printGiven(by.from.value, given.decimals),
    toYear: by.to.year,
    to: printGiven(by.to.value, given.decimals),
    value,
  });
}

/** What a plan prints stays as printed: more decimals than the indicator's are not rounded away. */
function printGiven(value: Decimal, decimals: number): string {
  return print(value, Math.max(decimals, value.decimalPlaces()));
}

function printedTarget({ given, target, way }: CaseNumbers): string {
  if (way === 'milestone') return '完了';
  return target === null || way === 'words' ? (given.targetWords ?? '') : printGiven(target, given.decimals);
}

/** A as it is compared: rounded; a milestone's word; null when there is none. */
export function printedActual({ actual, given }: CaseNumbers): string | null {
  switch (actual.is) {
    case 'missing':
      return null;
    case 'milestone':
      return actual.value;
    case 'number':
      return print(actual.value, given.decimals);
  }
}

function thresholdPercent({ mostlyFrom }: JudgementRule): string {
  return printLong(whole(decimal(mostlyFrom).times(100)), 10);
}

function phrase(key: string, params: Params = {}): Phrase {
  return { key, params };
}
