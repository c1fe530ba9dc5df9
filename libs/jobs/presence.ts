import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { CONFIG, type Config } from '#config';
import { HEARTBEAT_CHECKS, type HeartbeatCheck, nameOf } from './ring-timetable.job.js';
import { WorkersStore } from './workers.store.js';

const NAME = 'presence';
const EVERY_MS = 5_000;
const FORGET_AFTER_HOURS = 24;

/** Writes that this worker is alive, apart from its work: a long job must not look like a dead worker. */
@Injectable()
export class Presence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Presence');
  private readonly worker = { id: randomUUID(), host: os.hostname(), pid: process.pid };
  private writing: Promise<void> | undefined;

  constructor(
    private readonly store: WorkersStore,
    private readonly registry: SchedulerRegistry,
    @Inject(HEARTBEAT_CHECKS) private readonly checks: readonly HeartbeatCheck[],
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.store.forgetSilent(FORGET_AFTER_HOURS);
    await this.store.beat(this.worker);
    await this.store.checked(this.worker.id, this.checks.map(nameOf));
    const every = Math.min(EVERY_MS, this.config.heartbeatMs);
    this.registry.addInterval(
      NAME,
      setInterval(() => this.write(), every),
    );
  }

  /** The timetable was compared with what has run. */
  async looked(): Promise<void> {
    await this.store.looked(this.worker.id);
  }

  async succeeded(check: HeartbeatCheck): Promise<void> {
    await this.store.checked(this.worker.id, [nameOf(check)]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.registry.deleteInterval(NAME);
    await this.writing;
    await this.store.remove(this.worker.id).catch(() => {});
  }

  private write(): void {
    this.writing ??= this.store
      .beat(this.worker)
      .catch((error: unknown) => this.logger.warn(`the heartbeat could not be written: ${String(error)}`))
      .finally(() => (this.writing = undefined));
  }
}
