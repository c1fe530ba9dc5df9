import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import type { Measure } from '#trace';
import { within } from './queue-access.js';
import { TimetableView } from './timetable-view.js';
import { WorkersStore } from './workers.store.js';

/** What a library knows about whether its due rows are young. */
export interface HealthCheck {
  /** Short word that a monitoring system keys on. */
  readonly name: string;
  /** Says what is wrong in one plain sentence without names or secrets, or `undefined`. */
  check(): Promise<string | undefined>;
  /** The same in numbers, for /metrics. */
  measures?(): Promise<readonly Measure[]>;
}

export const HEALTH_CHECKS = Symbol('health-checks');

export interface FailedCheck {
  readonly name: string;
  readonly why: string;
}

/** A check that does not answer is a failed check. */
const ANSWER_MS = 4_000;
/** So many looks, at the timetable or at due rows, must have been in vain before somebody is woken. */
const LOOKS = 4;
/** A slot that failed once, e.g. because its connection was cut, runs at the next look. */
const FAILURES = 2;

/** Asks every check: the work is healthy when slots are handled and due rows are young, not when processes run. */
@Injectable()
export class WorkHealth {
  constructor(
    @Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[],
    @Inject(CONFIG) private readonly config: Config,
    private readonly workers: WorkersStore,
    private readonly timetable: TimetableView,
  ) {}

  async failures(): Promise<FailedCheck[]> {
    const all: readonly HealthCheck[] = [
      { name: 'workers', check: () => this.workersSilent() },
      { name: 'timetable', check: () => this.slotLate() },
      { name: 'slots', check: () => this.slotFails() },
      { name: 'checks', check: () => this.checkFails() },
      ...this.checks,
    ];
    const answers = await Promise.all(
      all.map(async (one) => {
        const why = await answered(() => one.check());
        return why === undefined ? [] : [{ name: one.name, why }];
      }),
    );
    return answers.flat();
  }

  /** What the rows say; the numbers of the process itself are shown also while the database is away. */
  async measures(): Promise<Measure[]> {
    const up = { name: 'mawasu_database_up', help: 'Whether the database answers' };
    try {
      return [{ ...up, value: 1 }, ...(await within(this.looked(), ANSWER_MS))];
    } catch {
      return [{ ...up, value: 0 }];
    }
  }

  private async looked(): Promise<Measure[]> {
    const [{ beat }, ...contributed] = await Promise.all([
      this.workers.newest(),
      ...this.checks.map((check) => check.measures?.() ?? Promise.resolve([])),
    ]);
    return [
      {
        name: 'mawasu_worker_heartbeat_age_seconds',
        help: 'Seconds since any worker wrote that it is alive; -1 when none is known',
        value: beat ?? -1,
      },
      ...contributed.flat(),
    ];
  }

  private async workersSilent(): Promise<string | undefined> {
    const { beat, looked } = await this.workers.newest();
    if (beat === null) return 'no worker runs';
    if (beat > this.config.silentSeconds) return `no worker has been heard of for ${Math.round(beat)} s`;
    // A worker that has just begun has not looked yet; that it never does shows in late slots.
    if (looked !== null && looked > this.patience)
      return `nobody has looked at the timetable for ${Math.round(looked)} s`;
    return undefined;
  }

  /** Seconds: 60 with the usual heartbeat of 15 s. */
  private get patience(): number {
    return Math.max((LOOKS * this.config.heartbeatMs) / 1000, this.config.silentSeconds);
  }

  /** A check that fails at every beat, or hangs. */
  private async checkFails(): Promise<string | undefined> {
    const overdue = await this.workers.overdueChecks(this.patience, this.config.silentSeconds);
    if (overdue.length === 0) return undefined;
    return overdue
      .map(({ name, seconds }) => `${name} has not succeeded for ${Math.round(seconds)} s`)
      .join(', ');
  }

  private async slotFails(): Promise<string | undefined> {
    const failing = (await this.timetable.entries()).filter((entry) => entry.failures >= FAILURES);
    if (failing.length === 0) return undefined;
    return failing.map(({ job, failures }) => `slot ${job} fails (${failures} times)`).join(', ');
  }

  private async slotLate(): Promise<string | undefined> {
    const late = (await this.timetable.entries()).filter(
      (entry) => entry.lateSeconds > this.config.lateMinutes * 60,
    );
    if (late.length === 0) return undefined;
    return late
      .map(({ job, lateSeconds }) => `${job} is ${Math.round(lateSeconds / 60)} min late`)
      .join(', ');
  }
}

async function answered(check: () => Promise<string | undefined>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), ANSWER_MS);
  });
  try {
    return await Promise.race([check().catch(() => 'the database does not answer'), limit]);
  } finally {
    clearTimeout(timer);
  }
}
