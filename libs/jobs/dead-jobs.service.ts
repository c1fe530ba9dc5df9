import { Inject, Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database } from '#database';
import { conflict, DomainError, notFound } from '#errors';
import { redact } from '#trace';
import { Bell } from './bell.js';
import { DeadJobsStore, type DeadJobRow, type DeadJobState } from './dead-jobs.store.js';
import { QUEUE_BACKEND, within } from './queue-access.js';
import type { QueueBackend } from './queue.js';

const LONGEST_ERROR = 2_000;
/** So many of the newest failed jobs are compared with the rows at each look. */
const LOOKED_AT = 100;

/** Jobs that have finally failed: recorded where no flush reaches them, until a person decides. */
@Injectable()
export class DeadJobs {
  constructor(
    private readonly store: DeadJobsStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly bell: Bell,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
  ) {}

  record(jobs: readonly Job[]): Promise<number> {
    return this.store.record(
      jobs.map((job) => ({
        contract: job.name,
        payload: job.data as unknown,
        error: redact(job.failedReason ?? '').slice(0, LONGEST_ERROR),
        requestId: job.opts.telemetry?.metadata ?? null,
        queueJobId: job.id ?? '?',
        queuedAt: job.timestamp,
        attempts: job.attemptsMade,
      })),
    );
  }

  /** Finds failures that nobody could record, e.g. of a worker that was killed. */
  async look(): Promise<void> {
    const failed = await within(this.backend.queue.getFailed(0, LOOKED_AT - 1));
    const jobs = failed.filter((job) => job !== undefined && job !== null);
    if (jobs.length > 0) await this.record(jobs);
  }

  async list(
    state: DeadJobState | null,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; rows: DeadJobRow[] }> {
    const [total, found] = await Promise.all([
      this.store.total(state),
      this.store.page(state, page, pageSize),
    ]);
    return { total, rows: found };
  }

  open(): Promise<number> {
    return this.store.total('open');
  }

  /**
   * Rings the job again. The bell comes before the commit: a commit that fails repeats a job, which is harmless;
   * the other order could lose it. Throws `jobs.no_such_dead_job`, `jobs.dead_job_settled`, `jobs.queue_away`.
   */
  retry(id: string, personId: string): Promise<void> {
    return this.settle(id, personId, 'retried', async ({ contract, payload }) => {
      await this.bell.add(contract, payload).catch(() => {
        throw new DomainError('unavailable', 'jobs.queue_away');
      });
    });
  }

  /** Throws `jobs.no_such_dead_job`, `jobs.dead_job_settled`. */
  dismiss(id: string, personId: string): Promise<void> {
    return this.settle(id, personId, 'dismissed', async () => {});
  }

  private async settle(
    id: string,
    personId: string,
    state: 'retried' | 'dismissed',
    effect: (job: Pick<DeadJobRow, 'contract' | 'payload'>) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      const job = await this.store.find(sql, id);
      if (!job) throw notFound('jobs.no_such_dead_job');
      if (job.state !== 'open') throw conflict('jobs.dead_job_settled');
      await this.store.settle(sql, id, state);
      await writeAudit(sql, {
        businessDate: await this.clock.today(sql),
        personId,
        action: `dead_job.${state}`,
        subjectKind: 'dead_job',
        subjectId: id,
        detail: { contract: job.contract },
      });
      await effect(job);
    });
  }
}
