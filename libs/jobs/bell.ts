import { Inject, Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Database } from '#database';
import { currentOccasion } from '#trace';
import type { JobContract } from './job-contract.js';
import { QUEUE_BACKEND, within } from './queue-access.js';
import type { QueueBackend } from './queue.js';

/** Attempts, back-off and keeping of every job, in one place. The lasting guard against doubling is in PostgreSQL. */
const OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { count: 200 },
  removeOnFail: { count: 1_000 },
} as const;

/** A scheduler whose next run lies this far back has lost it. */
const LOST_AFTER_MS = 120_000;

/** Rings after a commit, so that the worker is quick. A bell that fails is no error: the heartbeat finds the rows. */
@Injectable()
export class Bell {
  private readonly logger = new Logger('Bell');

  constructor(
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    private readonly database: Database,
  ) {}

  async ring<P>(contract: JobContract<P>, payload: P): Promise<void> {
    try {
      await this.add(contract.id, contract.payload.parse(payload));
    } catch (error) {
      this.logger.warn(`${contract.id} could not be rung: ${String(error)}`);
    }
  }

  /**
   * Puts a job into the queue, with the request that caused it beside the payload.
   * Throws when the queue does not take it within seconds.
   */
  async add(name: string, payload: unknown): Promise<void> {
    const requestId = currentOccasion()?.requestId;
    await within(
      this.backend.queue.add(name, payload, {
        ...OPTIONS,
        jobId: randomUUID(),
        ...(requestId ? { telemetry: { metadata: requestId } } : {}),
      }),
    );
  }

  /**
   * Makes sure that a contract is rung on a schedule of Japan's clock. Registered under a lock and only when it is
   * missing or has lost its next run: concurrent or repeated registration loses ticks.
   */
  async ringOnSchedule<P>(contract: JobContract<P>, payload: P, pattern: string): Promise<void> {
    const { queue } = this.backend;
    if (isAlive(await within(queue.getJobScheduler(contract.id)))) return;
    await this.database.exclusively(`schedule:${contract.id}`, async () => {
      const present = await within(queue.getJobScheduler(contract.id));
      if (isAlive(present)) return;
      if (present) await within(queue.removeJobScheduler(contract.id));
      await within(
        queue.upsertJobScheduler(
          contract.id,
          { pattern, tz: 'Asia/Tokyo' },
          { name: contract.id, data: contract.payload.parse(payload), opts: OPTIONS },
        ),
      );
      this.logger.log(`${contract.id} is on the queue's schedule`);
    });
  }
}

const isAlive = (scheduler: { next?: number | null } | null | undefined): boolean =>
  typeof scheduler?.next === 'number' && scheduler.next > Date.now() - LOST_AFTER_MS;
