import { Decimal } from 'decimal.js';
import type { IndicatorView, Judgement } from '../api';
import { totalsToDate } from './chart-series';

/** A text of the catalogue with the raw values that go into it; `value` and `percent` are written by the reader. */
export interface BasisPhrase {
  readonly key: string;
  /** Decimals in the unit of the indicator. */
  readonly values?: Readonly<Record<string, string>>;
  /** Everything else: years, counts, percents. */
  readonly words?: Readonly<Record<string, string | number>>;
}

export type BasisSymbol = 'B' | 'T' | 'E' | 'A' | 'p' | 'r';

/** One line of 判定の根拠. */
export interface BasisRow {
  readonly symbol: BasisSymbol;
  /** Decimal, percent with one decimal, or a word of the plan; null when there is none. */
  readonly value: string | null;
  readonly is: 'value' | 'percent' | 'word' | 'milestone';
  readonly how: BasisPhrase | null;
  /** This line decided the status. */
  readonly deciding: boolean;
}

export interface Basis {
  readonly judgement: Judgement;
  readonly rows: readonly BasisRow[];
  /** Why this status, in one sentence. */
  readonly because: BasisPhrase;
  /** Set when only the rounding of the expected value made it on track. */
  readonly rounding: { readonly unrounded: string; readonly short: string; readonly decimals: number } | null;
}

/** How the target asks to be judged: along a line, kept every year, in words, or as a milestone. */
type Way = 'line' | 'kept' | 'words' | 'milestone';

interface Facts {
  readonly indicator: IndicatorView;
  readonly judgement: Judgement;
  readonly way: Way;
  readonly actual: string | null;
  readonly milestone: string | null;
  readonly target: { readonly value: string | null; readonly fiscalYear: number } | null;
  readonly start: string | null;
}

/** The reason behind the judgement of one year, or null when that year has none. */
export function judgementBasis(indicator: IndicatorView, fiscalYear: number): Basis | null {
  const judgement = judgementOf(indicator, fiscalYear);
  if (judgement === null) return null;
  const facts = factsOf(indicator, judgement);
  const because = becauseOf(facts);
  const decider = deciderOf(facts);
  const rule = { ...because, key: because.key.replace('because.', 'rule.') };
  const rows = rowsOf(facts).map((row) =>
    row.symbol === decider ? { ...row, deciding: true, how: rule } : row,
  );
  return { judgement, rows, because, rounding: roundingOf(facts) };
}

/** The judgement of a fiscal year: of that year itself, or `latest` when it is meant. */
export function judgementOf(indicator: IndicatorView, fiscalYear: number): Judgement | null {
  const found = indicator.judgements.find((judgement) => judgement.fiscalYear === fiscalYear);
  if (found) return found;
  return indicator.latest?.fiscalYear === fiscalYear ? indicator.latest : null;
}

function factsOf(indicator: IndicatorView, judgement: Judgement): Facts {
  const target =
    [...indicator.targets].sort((one, other) => one.fiscalYear - other.fiscalYear).at(-1) ?? null;
  const actual = indicator.actuals.find(({ fiscalYear }) => fiscalYear === judgement.fiscalYear);
  const start = indicator.kind === 'plan_total' ? '0' : (indicator.baseline?.value ?? null);
  return {
    indicator,
    judgement,
    way: wayOf(indicator, start, target),
    actual: totalsToDate(indicator).get(judgement.fiscalYear) ?? null,
    milestone: actual?.milestone ?? null,
    target,
    start,
  };
}

function wayOf(
  indicator: IndicatorView,
  start: string | null,
  target: IndicatorView['targets'][number] | null,
): Way {
  if (indicator.kind === 'milestone') return 'milestone';
  if (target === null || target.value === null) return indicator.targetWords === '維持' ? 'kept' : 'words';
  if (start === null) return 'line';
  if (indicator.kind !== 'plan_total' && (indicator.direction === 'maintain' || target.floor)) return 'kept';
  const rise = new Decimal(target.value).comparedTo(start);
  return rise * (indicator.direction === 'down' ? -1 : 1) > 0 ? 'line' : 'kept';
}

function rowsOf(facts: Facts): readonly BasisRow[] {
  const { indicator, judgement, way, actual, milestone, target, start } = facts;
  const baselineHow: BasisPhrase | null =
    indicator.kind === 'plan_total'
      ? { key: 'basis.fromZero' }
      : indicator.baseline && yearPhrase(indicator.baseline.fiscalYear);
  const row = (
    symbol: BasisSymbol,
    value: string | null,
    how: BasisPhrase | null,
    is: BasisRow['is'] = 'value',
  ) => ({ symbol, value, is, how, deciding: false }) satisfies BasisRow;
  const targetIs = way === 'milestone' ? 'milestone' : target?.value === null ? 'word' : 'value';
  const targetText = way === 'milestone' ? '完了' : (target?.value ?? indicator.targetWords);
  const rows = [
    ...(way === 'milestone' ? [] : [row('B', start, baselineHow)]),
    row('T', targetText, target && yearPhrase(target.fiscalYear), targetIs),
    ...(judgement.expected === null ? [] : [row('E', judgement.expected, expectedHow(facts))]),
    row(
      'A',
      milestone ?? actual,
      yearPhrase(judgement.fiscalYear),
      milestone === null ? 'value' : 'milestone',
    ),
  ];
  if (judgement.progress === null || start === null || target?.value == null) return rows;
  const values = { A: actual ?? '', B: start, T: target.value };
  const pace = judgement.need && {
    key: 'basis.paceHow',
    words: { p: judgement.progress, n: judgement.need },
  };
  return [
    ...rows,
    row('p', judgement.progress, { key: 'basis.progressHow', values }, 'percent'),
    ...(judgement.pace === null ? [] : [row('r', judgement.pace, pace || null, 'percent')]),
  ];
}

const yearPhrase = (fiscalYear: number): BasisPhrase => ({ key: 'basis.year', words: { fiscalYear } });

/** The formula of a straight line with its numbers; of any other path the plain statement where E comes from. */
function expectedHow({ indicator, judgement, way, target, start }: Facts): BasisPhrase {
  const { fiscalYear, expected, expectedUnrounded } = judgement;
  const unrounded = expectedUnrounded ?? expected ?? '';
  if (way === 'kept') return { key: 'basis.expectedKept' };
  if (target !== null && fiscalYear >= target.fiscalYear) return { key: 'basis.expectedIsTarget' };
  const from = indicator.baseline?.fiscalYear;
  const path: BasisPhrase = { key: 'basis.expectedOnPath', values: { unrounded } };
  if (from === undefined || start === null || target?.value == null) return path;
  const elapsed = fiscalYear - from;
  const span = target.fiscalYear - from;
  const rise = new Decimal(target.value).minus(start);
  const straight = rise.times(elapsed).div(span).plus(start);
  const places = new Decimal(unrounded || 0).decimalPlaces();
  if (!straight.toDecimalPlaces(places).equals(unrounded || 0)) return path;
  return {
    key: 'basis.expectedOnLine',
    values: { B: start, T: target.value, unrounded },
    words: { elapsed, span },
  };
}

function deciderOf({ judgement, way }: Facts): BasisSymbol {
  if (judgement.status === 'not_judged') return judgement.reason === 'no_baseline' ? 'B' : 'A';
  if (judgement.status === 'awaited' || way !== 'line') return 'A';
  if (judgement.status === 'worse') return 'p';
  return judgement.status === 'mostly_on_track' || judgement.status === 'behind' ? 'r' : 'A';
}

function becauseOf(facts: Facts): BasisPhrase {
  const { indicator, judgement, way, actual, milestone, target, start } = facts;
  const { status, reason, pace, progress, expected } = judgement;
  if (status === 'not_judged') return { key: `because.notJudged.${reason ?? 'not_yet_compiled'}` };
  if (status === 'awaited') return { key: 'because.awaited' };
  if (way === 'milestone')
    return { key: `because.milestone.${status}`, words: { milestone: milestone ?? '' } };
  const side = indicator.direction === 'down' ? 'down' : 'up';
  const values = { A: actual ?? '', B: start ?? '', T: target?.value ?? '', E: expected ?? '' };
  if (way !== 'line' && status !== 'flat') return { key: `because.${way}.${status}.${side}`, values };
  if (status === 'achieved' || status === 'on_track')
    return { key: `because.line.${status}.${side}`, values };
  if (status === 'flat') {
    const same = actual !== null && start !== null && new Decimal(actual).equals(start);
    return { key: same ? 'because.flat.equal' : 'because.flat.tolerance', values };
  }
  return { key: `because.line.${status}`, words: { pace: pace ?? '', progress: progress ?? '' } };
}

function roundingOf({ judgement, actual, indicator }: Facts): Basis['rounding'] {
  const unrounded = judgement.expectedUnrounded;
  if (!judgement.byRounding || unrounded === null || actual === null) return null;
  const short = new Decimal(unrounded).minus(actual).abs().toFixed();
  return { unrounded, short, decimals: indicator.decimals };
}
