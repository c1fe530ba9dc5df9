import { Inject, Injectable } from '@nestjs/common';
import { addDays, type CalendarDate, japanInstant } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { dueSlot, type SlotRule } from './slot.rules.js';
import { TimetableStore } from './timetable.store.js';
import { TIMETABLE, type TimetableEntry } from './timetable.js';

export interface TimetableLine {
  readonly job: string;
  /** Business instants. */
  readonly lastSlot: Date | null;
  readonly nextDue: Date | null;
  /** Machine instant at which the last slot was handled. */
  readonly ranAt: Date | null;
  /** Earlier slots that the last run stood for. */
  readonly merged: number;
  /** Seconds of real time for which the oldest slot that should have been handled has been due; 0 when none is. */
  readonly lateSeconds: number;
  /** How often in a row the slot that was not handled has failed, also while it waits for the next one. */
  readonly failures: number;
}

const DAY_MS = 86_400_000;
/** A year's slot lies within the second. */
const HORIZONS_DAYS = [2, 400];

/** The timetable beside what has run; read by people and by the health check, from any process. */
@Injectable()
export class TimetableView {
  constructor(
    @Inject(TIMETABLE) private readonly timetable: readonly TimetableEntry[],
    private readonly store: TimetableStore,
    private readonly clock: BusinessClock,
  ) {}

  /** When a job falls due on a day, for the first time if there are several. */
  slotOn(job: string, day: CalendarDate): Date {
    const entry = this.timetable.find((one) => one.job === job);
    // A rule leaves out the instant after which it looks.
    const [before, end] = [day, addDays(day, 1)].map(
      (date) => new Date(japanInstant(date, 0, 0).getTime() - 1),
    );
    const slot = before && end && entry?.due(before, end)[0];
    if (!slot) throw new Error(`timetable: ${job} does not fall due on ${day}`);
    return slot;
  }

  async entries(): Promise<TimetableLine[]> {
    const [now, installed, sinceMoved, runs, failures] = await Promise.all([
      this.clock.now(),
      this.clock.installedAt(),
      this.clock.secondsSinceMoved(),
      this.store.lastRuns(this.timetable.map((entry) => entry.job)),
      this.store.failures(),
    ]);
    const last = new Map(runs.map((run) => [run.job, run]));
    const failed = new Map(failures.map(({ job, times }) => [job, times]));
    return this.timetable.map((entry) => {
      const { job, due } = entry;
      const run = last.get(job);
      const after = run?.slot ?? installed ?? now;
      const since = dueSlot(entry, after, now)?.since;
      const overdue = since ? (now.getTime() - since.getTime()) / 1000 : 0;
      return {
        job,
        lastSlot: run?.slot ?? null,
        ranAt: run?.ranAt ?? null,
        merged: run?.merged ?? 0,
        nextDue: since ?? nextSlot(due, now),
        lateSeconds: Math.min(overdue, sinceMoved ?? overdue),
        failures: due(after, now).length > 0 ? (failed.get(job) ?? 0) : 0,
      };
    });
  }
}

function nextSlot(due: SlotRule, now: Date): Date | null {
  for (const days of HORIZONS_DAYS) {
    const slot = due(now, new Date(now.getTime() + days * DAY_MS))[0];
    if (slot) return slot;
  }
  return null;
}
