import { STAGE_ORDER } from './cycle-draft';
import type { CycleDraft, StageName } from './cycle-draft';

/** What is odd, though possible, about a due date: the stage after it begins, or is even due, before. */
export interface Overlap {
  readonly is: 'begins' | 'due';
  /** The later stage, and its date. */
  readonly stage: StageName;
  readonly on: string;
}

/**
 * Whether a stage is still written while the one after it is. That is said and not refused: a year that is late is carried
 * on side by side.
 */
export function overlapAfter(stages: CycleDraft['stages'], name: StageName): Overlap | null {
  const one = stages.find(({ stage }) => stage === name);
  const next = stages.find(({ stage }) => stage === STAGE_ORDER[STAGE_ORDER.indexOf(name) + 1]);
  if (!one || !next) return null;
  if (one.dueOn >= next.dueOn) return { is: 'due', stage: next.stage, on: next.dueOn };
  return one.dueOn > next.opensOn ? { is: 'begins', stage: next.stage, on: next.opensOn } : null;
}
