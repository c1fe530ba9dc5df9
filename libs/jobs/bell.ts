import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Database } from '#database';
import type { JobContract } from './job-contract.js';
import { QUEUE } from './queue.js';

/** Attempts, back-off and keeping of every job, in one place. The lasting guard against doubling is in PostgreSQL. */
const OPTIONS = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: { count: 200 },
  removeOnFail: { count: 1_000 },
} as const;

/** Rings after a commit, so that the worker is quick. A bell that fails is no error: the heartbeat finds the rows. */
@Injectable()
export class Bell {
  private readonly logger = new Logger('Bell');

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue,
    private readonly database: Database,
  ) {}

  async ring<P>(contract: JobContract<P>, payload: P): Promise<void> {
    try {
      await this.queue.add(contract.id, contract.payload.parse(payload), OPTIONS);
    } catch (error) {
      this.logger.warn(`${contract.id} could not be rung: ${String(error)}`);
    }
  }

  /**
   * Makes sure that a contract is rung on a schedule of Japan's clock. Registered under a lock and only when missing:
   * concurrent or repeated registration loses ticks.
   */
  async ringOnSchedule<P>(contract: JobContract<P>, payload: P, pattern: string): Promise<void> {
    await this.database.exclusively(`schedule:${contract.id}`, async () => {
      if (await this.queue.getJobScheduler(contract.id)) return;
      await this.queue.upsertJobScheduler(
        contract.id,
        { pattern, tz: 'Asia/Tokyo' },
        { name: contract.id, data: contract.payload.parse(payload), opts: OPTIONS },
      );
    });
  }
}
