import { CLOCK } from '../../apps/worker/clock.js';
import { dueSlot } from '../../libs/jobs/slot.rules.js';

export interface Slot {
  readonly job: string;
  readonly at: Date;
}

/** Jobs of the product's timetable. */
export const JOBS: readonly string[] = CLOCK.map((entry) => entry.job);

/** Every slot in (after, upTo], in the order in which they fall due. */
export const slotsBetween = (after: Date, upTo: Date): Slot[] =>
  CLOCK.flatMap(({ job, due }) => due(after, upTo).map((at) => ({ job, at }))).toSorted(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );

/** What the rows of the timetable must say after a time in which everything was off: at most one run for each job. */
export const runsAfterAbsence = (after: Date, upTo: Date): string[] =>
  CLOCK.flatMap((entry) => {
    const due = dueSlot(entry, after, upTo);
    return due ? [`${entry.job} ${due.slot.toISOString()} and ${due.merged} missed`] : [];
  }).toSorted();
