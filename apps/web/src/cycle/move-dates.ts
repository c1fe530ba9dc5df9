import { addDays, weekdayOf } from '../parts/dates';
import { STAGE_ORDER } from './cycle-draft';
import type { CycleDraft, PhaseName, StageName } from './cycle-draft';

/** What is moved on the calendar: a stage or a phase of the cycle. */
export type Step =
  { readonly is: 'stage'; readonly name: StageName } | { readonly is: 'phase'; readonly name: PhaseName };

/** The start of the next stage that had to give way. */
export interface Shift {
  readonly stage: StageName;
  readonly from: string;
  readonly to: string;
}

export type IsWorking = (date: string) => boolean;

/** Saturdays, Sundays and the given weekdays without work are no working days. */
export function workingDays(holidays: readonly string[]): IsWorking {
  const off = new Set(holidays);
  return (date) => weekdayOf(date) % 6 !== 0 && !off.has(date);
}

/** The given day or the next (or with −1 the one before) that is worked on. */
export function workingDayFrom(date: string, isWorking: IsWorking, step: 1 | -1 = 1): string {
  let day = date;
  for (let count = 0; count < 40 && !isWorking(day); count += 1) day = addDays(day, step);
  return day;
}

/** Days worked on after `from` up to `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string, isWorking: IsWorking): number {
  if (to < from) return -workingDaysBetween(to, from, isWorking);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) count += isWorking(day) ? 1 : 0;
  return count;
}

export function datesOf(
  draft: CycleDraft,
  step: Step,
): { readonly opensOn: string; readonly dueOn: string } | null {
  if (step.is === 'stage') return draft.stages.find(({ stage }) => stage === step.name) ?? null;
  return draft.phases.find(({ phase }) => phase === step.name) ?? null;
}

/**
 * Moves a due date. A following stage that would start before it starts on the next working day instead, unless
 * that would leave it no day at all; the days after stay as they are.
 */
export function moveDue(
  draft: CycleDraft,
  step: Step,
  dueOn: string,
  isWorking: IsWorking,
): { readonly draft: CycleDraft; readonly shifts: readonly Shift[] } {
  if (step.is === 'phase') {
    const phases = draft.phases.map((one) => (one.phase === step.name ? { ...one, dueOn } : one));
    return { draft: { ...draft, phases }, shifts: [] };
  }
  const stages = draft.stages.map((one) => (one.stage === step.name ? { ...one, dueOn } : one));
  const moved = { ...draft, stages };
  const next = stages.find(({ stage }) => stage === following(step.name));
  const start = workingDayFrom(addDays(dueOn, 1), isWorking);
  if (next === undefined || next.opensOn > dueOn || start > next.dueOn) return { draft: moved, shifts: [] };
  const draftsFrom = next.draftsFrom === next.opensOn ? start : next.draftsFrom;
  return {
    draft: {
      ...moved,
      stages: stages.map((one) => (one.stage === next.stage ? { ...one, draftsFrom, opensOn: start } : one)),
    },
    shifts: [{ stage: next.stage, from: next.opensOn, to: start }],
  };
}

function following(stage: StageName): StageName | undefined {
  return STAGE_ORDER[STAGE_ORDER.indexOf(stage) + 1];
}
