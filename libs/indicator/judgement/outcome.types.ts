import type { Ground, JudgementStatus, NotJudgedReason } from './judgement.codes.js';
import type { Ratio } from './exact.rules.js';
import type { Expected } from './expected-value.rules.js';

/** What the rules decide about one single case, before anything is printed. */
export interface Outcome {
  readonly status: JudgementStatus;
  readonly ground: Ground;
  readonly reason?: NotJudgedReason;
  readonly expected: Expected | null;
  /** Fractions, not percents; null is a blank. */
  readonly progress: Ratio | null;
  readonly need: Ratio | null;
  readonly pace: Ratio | null;
}
