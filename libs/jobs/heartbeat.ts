import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CONFIG, type Config } from '#config';
import { Bell } from './bell.js';
import { DeadJobs } from './dead-jobs.service.js';
import { Presence } from './presence.js';
import { HEARTBEAT_CHECKS, type HeartbeatCheck, nameOf, ringTimetable } from './ring-timetable.job.js';
import { endedWithin, Stopping } from './stopping.js';
import { Timetable } from './timetable.js';

const NAME = 'heartbeat';
const EVERY_MINUTE = '0 * * * * *';

/**
 * The one periodic thing of a worker: runs missing slots, puts back a flushed schedule, and lets each library look for
 * due rows that no job has taken. It needs no queue, so nothing is lost when the queue is.
 *
 * The timetable and each check have a lane of their own, which waits for its own last round: who hangs, hangs alone, and
 * health says so. The timetable takes its lock; the checks run in every worker without one, so a check that must run alone takes its
 * own (`Database.exclusively`, or claims of rows).
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Heartbeat');
  private readonly lanes: { readonly round: () => Promise<void>; running?: Promise<void> | undefined }[];

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly timetable: Timetable,
    private readonly bell: Bell,
    private readonly deadJobs: DeadJobs,
    private readonly presence: Presence,
    private readonly stopping: Stopping,
    @Inject(HEARTBEAT_CHECKS) checks: readonly HeartbeatCheck[],
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.lanes = [
      { round: () => this.turnTimetable() },
      ...checks.map((check) => ({ round: () => this.look(check) })),
    ];
  }

  onApplicationBootstrap(): void {
    this.registry.addInterval(
      NAME,
      setInterval(() => this.beat(), this.config.heartbeatMs),
    );
    this.beat();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.begin();
    this.registry.deleteInterval(NAME);
    await endedWithin(
      this.lanes.map((lane) => lane.running ?? Promise.resolve()),
      this.config.stopMs,
    );
  }

  private beat(): void {
    if (this.stopping.signal.aborted) return;
    for (const lane of this.lanes) lane.running ??= lane.round().finally(() => (lane.running = undefined));
  }

  /** What fails is said and tried again at the next beat; it does not keep the others from their work. */
  private async tried(name: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  private async turnTimetable(): Promise<void> {
    await this.tried('timetable', async () => {
      const ran = await this.timetable.runMissing();
      if (ran !== undefined) await this.presence.looked();
    });
    await this.askQueue(() => this.bell.ringOnSchedule(ringTimetable, {}, EVERY_MINUTE));
    await this.askQueue(() => this.deadJobs.look());
  }

  private look(check: HeartbeatCheck): Promise<void> {
    return this.tried(nameOf(check), async () => {
      await check.look(this.stopping.signal);
      await this.presence.succeeded(check);
    });
  }

  private async askQueue(question: () => Promise<void>): Promise<void> {
    await question().catch((error: unknown) => {
      this.logger.warn(
        `the queue does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
  }
}
