import { Inject, Injectable, Logger, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { inSpan, slotsHandled } from '#trace';
import { SlotFailures } from './slot-failures.store.js';
import { dueSlot, type SlotPlan } from './slot.rules.js';
import { TimetableStore } from './timetable.store.js';

export interface TimetableEntry extends SlotPlan {
  readonly job: string;
  /** Earlier entries without whose success it must not run. The others only run before it. */
  readonly after?: readonly string[];
}

/** The whole timetable, given by the worker. */
export const TIMETABLE = Symbol('timetable');

/** Work of one slot: rows only, inside the transaction that also records the slot. */
export interface SlotHandler {
  run(sql: Sql, slot: Date): Promise<void>;
}

export const RUNS_SLOT = Symbol('runs-slot');
/** Marks the one class that runs the slots of a job. */
export const RunsSlot = (job: string) => SetMetadata(RUNS_SLOT, job);

/**
 * Runs what is due. The record of a slot is a row, unique on (job, slot), in the transaction of its effect:
 * a crash leaves both or neither, and whoever comes second finds it done.
 */
@Injectable()
export class Timetable implements OnApplicationBootstrap {
  private readonly logger = new Logger('Timetable');
  private handlers = new Map<string, SlotHandler>();

  constructor(
    @Inject(TIMETABLE) private readonly entries: readonly TimetableEntry[],
    private readonly database: Database,
    private readonly store: TimetableStore,
    private readonly failures: SlotFailures,
    private readonly clock: BusinessClock,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** The program does not start when a job of the timetable has no handler, or two. */
  onApplicationBootstrap(): void {
    const found = this.discovery.getProviders().flatMap((wrapper) => {
      const job = wrapper.metatype
        ? this.reflector.get<string | undefined>(RUNS_SLOT, wrapper.metatype)
        : undefined;
      return job ? [[job, wrapper.instance as SlotHandler] as const] : [];
    });
    this.handlers = new Map(found);
    for (const [place, { job, after = [] }] of this.entries.entries()) {
      const late = after.find((one) => !this.entries.slice(0, place).some((entry) => entry.job === one));
      if (late) throw new Error(`timetable: ${job} comes after ${late}, which does not stand before it`);
      const count = found.filter(([name]) => name === job).length;
      if (count !== 1) throw new Error(`timetable: ${job} has ${count} handlers, it needs exactly one`);
    }
    const unknown = found.find(([job]) => !this.entries.some((entry) => entry.job === job));
    if (unknown) throw new Error(`timetable: nothing ever runs ${unknown[0]}`);
  }

  /**
   * Compares the timetable with the slot rows and runs what is missing, in the order of the timetable.
   * Missed slots of a job become one run. One that fails holds up only those that come `after` it, is written down for
   * health, and is tried again at the next look. Returns how many ran; `undefined` when another process is at it.
   */
  runMissing(): Promise<number | undefined> {
    return this.database.exclusively('timetable', async () => {
      const held = new Set<string>();
      // One moment for all: what comes later in the timetable must not find itself due before what it follows.
      const now = await this.clock.now();
      let count = 0;
      for (const entry of this.entries) {
        const ran = entry.after?.some((job) => held.has(job)) ? 'failed' : await this.tried(entry, now);
        if (ran === 'failed') held.add(entry.job);
        if (ran === 'ran') count += 1;
      }
      return count;
    });
  }

  private async tried(entry: TimetableEntry, now: Date): Promise<'ran' | 'not due' | 'failed'> {
    try {
      const ran = await inSpan('slot', { 'mawasu.slot.job': entry.job }, () => this.runEntry(entry, now));
      if (ran) slotsHandled.inc({ job: entry.job });
      return ran ? 'ran' : 'not due';
    } catch (error) {
      this.logger.error(
        `${entry.job}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      await this.failures
        .write(entry.job, error)
        .catch((why: unknown) =>
          this.logger.error(`${entry.job}: its failure could not be written: ${String(why)}`),
        );
      return 'failed';
    }
  }

  private runEntry(entry: TimetableEntry, now: Date): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const due = dueSlot(entry, await this.lastSlot(sql, entry.job, now), now);
      const handler = this.handlers.get(entry.job);
      if (!due || !handler) return false;
      await this.store.add(sql, entry.job, due.slot, due.merged);
      await handler.run(sql, due.slot);
      await this.failures.forget(sql, entry.job);
      this.logger.log(
        `${entry.job} ran for ${due.slot.toISOString()}${due.merged ? ` (and ${due.merged} missed)` : ''}`,
      );
      return true;
    });
  }

  /** Slots before the installation are never due. */
  private async lastSlot(sql: Sql, job: string, now: Date): Promise<Date> {
    return (await this.store.lastSlot(sql, job)) ?? (await this.clock.installedAt(sql)) ?? now;
  }
}
