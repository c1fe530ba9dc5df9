import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CONFIG, type Config } from '#config';
import { Bell } from './bell.js';
import { HEARTBEAT_CHECKS, type HeartbeatCheck, ringTimetable } from './ring-timetable.job.js';
import { Timetable } from './timetable.js';

const NAME = 'heartbeat';

/**
 * The one periodic thing of a worker: runs missing slots, puts back a flushed schedule, and lets each library look for
 * due rows that no job has taken. It needs no queue, so nothing is lost when the queue is.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Heartbeat');
  private beating: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly timetable: Timetable,
    private readonly bell: Bell,
    @Inject(HEARTBEAT_CHECKS) private readonly checks: readonly HeartbeatCheck[],
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.registry.addInterval(
      NAME,
      setInterval(() => this.start(), this.config.heartbeatMs),
    );
    this.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.registry.deleteInterval(NAME);
    await this.beating;
  }

  private start(): void {
    if (this.beating || this.stopped) return;
    this.beating = this.beat()
      .catch((error: unknown) =>
        this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      )
      .finally(() => (this.beating = undefined));
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

  private async beat(): Promise<void> {
    await this.tried('timetable', () => this.timetable.runMissing());
    for (const check of this.checks) await this.tried(check.constructor.name, () => check.look());
    await this.bell.ringOnSchedule(ringTimetable, {}, '0 * * * * *').catch((error: unknown) => {
      this.logger.warn(`the queue does not answer: ${String(error)}`);
    });
  }
}
