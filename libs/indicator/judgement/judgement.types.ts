import type {
  Direction,
  Ground,
  IndicatorKind,
  JudgementStatus,
  NotJudgedReason,
  TargetWords,
} from './judgement.codes.js';

/** A decimal string of a fiscal year. Of a milestone the value is one of its words. */
export interface YearValue {
  readonly value: string;
  /** Fiscal year, named by its April year. */
  readonly year: number;
}

export interface Target {
  /** Null when the target is a word or a milestone. */
  readonly value: string | null;
  readonly year: number;
  /** 以上: at least this much, from the first year on. With `down` it is a ceiling. */
  readonly floor?: boolean;
}

export interface MissingValue {
  readonly reason: NotJudgedReason;
  readonly year: number;
}

export interface CaseFields {
  readonly direction: Direction;
  readonly kind: IndicatorKind;
  /** Printed decimals of the indicator. */
  readonly decimals: number;
  /** The value comes from a survey, so a tolerance counts. */
  readonly survey?: boolean;
  /** Decimal string, in the unit of the indicator; without it the rule's own tolerance counts. */
  readonly tolerance?: string;
  readonly baseline: YearValue | null;
  /** At least one; the one of the latest year is the final target. */
  readonly targets: readonly Target[];
  readonly targetWords?: TargetWords;
  /** Targets set for single years. Of a `plan_total` each is the year's own number. */
  readonly annualTargets?: readonly YearValue[];
  /** The year is that of the data. Of a `plan_total` the value is the year's own number. */
  readonly actual: YearValue | MissingValue;
  /** Actuals of other years. */
  readonly history?: readonly YearValue[];
}

export interface SingleCase extends CaseFields {
  readonly id: string;
  readonly parts?: never;
}

/** A part of a composite indicator: what it says wins over its parent, what it leaves out is the parent's. */
export interface CasePart extends Partial<CaseFields> {
  readonly id?: string;
  readonly parts?: readonly CasePart[];
}

export interface CompositeCase extends Partial<CaseFields> {
  readonly id: string;
  readonly parts: readonly CasePart[];
}

/** One case of `indicator judge`: everything that is needed to recompute one badge. */
export type JudgementCase = SingleCase | CompositeCase;

/**
 * The result as `indicator judge` prints it. `expected` has the indicator's decimals; progress, need and pace are
 * percents with one decimal. Null is a blank, never a zero.
 */
export interface Judgement {
  readonly id: string;
  readonly status: JudgementStatus;
  readonly expected: string | null;
  readonly progress: string | null;
  readonly need: string | null;
  readonly pace: string | null;
  /** Only beside `not_judged`. */
  readonly reason?: NotJudgedReason;
  readonly ruleVersion: number;
}

/** A text of the message catalogue with its values. */
export interface Phrase {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** One line of 判定の根拠. */
export interface BasisRow {
  readonly symbol: 'B' | 'T' | 'E' | 'A' | 'p' | 'r';
  readonly label: Phrase;
  /** Decimal string, percent with one decimal, or the word of a target or milestone; null is a blank. */
  readonly value: string | null;
  readonly unit: 'value' | 'percent' | 'word';
  readonly year: number | null;
  /** The formula with its numbers, or the reason. */
  readonly how: Phrase | null;
  /** This line decided the status. */
  readonly deciding: boolean;
}

/** A judgement with everything a screen prints beside the badge. */
export interface JudgementTrace {
  readonly judgement: Judgement;
  readonly ruleName: string;
  readonly ground: Ground;
  /** Why this status, in one sentence. */
  readonly because: Phrase;
  /** The actual, rounded; of a plan total the sum to date. Null when there is none. */
  readonly actual: string | null;
  readonly actualYear: number;
  readonly targetYear: number;
  /** The expected value before rounding, trailing zeros cut, at most four decimals more than are printed. */
  readonly expectedUnrounded: string | null;
  /** On track only because the expected value was rounded: the badge says 端数処理による. */
  readonly byRounding: boolean;
  readonly atOrAfterTargetYear: boolean;
  /** The target year is over; a label of the screen, not a status. */
  readonly complete: boolean;
  readonly rows: readonly BasisRow[];
  /** Doubts about the data; they never change the status. */
  readonly warnings: readonly Phrase[];
  /** The newest older value, to be shown grey with its year when there is no judgement; never judged. */
  readonly lastKnown: YearValue | null;
  /** Of a composite: every part, in the given order. */
  readonly parts?: readonly JudgementTrace[];
  /** Id of the part that decided. */
  readonly decidingPart?: string;
}

/** A year of the expected path, for a chart; null where the rules give no number. */
export interface PathPoint {
  readonly year: number;
  readonly expected: string | null;
  /** The same before rounding, as far as a decimal can write it: where a line through the years runs. */
  readonly unrounded: string | null;
}
