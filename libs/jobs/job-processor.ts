import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { type Job, UnrecoverableError, WaitingError, type Worker } from 'bullmq';
import { CONFIG, type Config } from '#config';
import { during, inSpan, jobsEnded, requestIdFrom } from '#trace';
import { DeadJobs } from './dead-jobs.service.js';
import { HANDLES_JOB, type JobContract, type JobHandler } from './job-contract.js';
import { QUEUE_BACKEND, within } from './queue-access.js';
import type { QueueBackend } from './queue.js';
import { endedWithin, Stopping } from './stopping.js';

const OPTIONS = {
  concurrency: 4,
  autorun: false,
  lockDuration: 30_000,
  stalledInterval: 15_000,
  // Every job may run twice; a worker that is killed again and again must not make a dead job of it.
  maxStalledCount: 10,
  // A queue that comes back is asked again soon.
  runRetryDelay: 2_000,
} as const;

interface Running {
  readonly job: Job;
  readonly token: string | undefined;
}

/** Hands each job to the one class that handles its contract. */
@Injectable()
export class JobProcessor implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly handlers = new Map<
    string,
    { contract: JobContract<unknown>; handler: JobHandler<unknown> }
  >();
  private readonly running = new Set<Running>();
  private worker: Worker | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly stopping: Stopping,
    private readonly deadJobs: DeadJobs,
    @Inject(QUEUE_BACKEND) private readonly backend: QueueBackend,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.findHandlers();
    this.worker = this.backend.work((job, token) => this.process(job, token), OPTIONS);
    this.worker.on('failed', (job, error) => void this.failed(job, error));
    void this.worker.run();
  }

  /** Stops claiming at once; what still runs at the limit goes back to the queue, for another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.begin();
    if (!this.worker) return;
    const closed = this.worker.close().catch(() => {});
    if (await endedWithin([closed], this.config.stopMs)) return;
    await Promise.all([...this.running].map((one) => this.handBack(one)));
  }

  private findHandlers(): void {
    for (const wrapper of this.discovery.getProviders()) {
      if (!wrapper.metatype) continue;
      const contract = this.reflector.get<JobContract<unknown> | undefined>(HANDLES_JOB, wrapper.metatype);
      if (!contract) continue;
      if (this.handlers.has(contract.id)) throw new Error(`jobs: ${contract.id} has two handlers`);
      this.handlers.set(contract.id, { contract, handler: wrapper.instance as JobHandler<unknown> });
    }
  }

  private async process(job: Job, token: string | undefined): Promise<void> {
    // A claim that was on its way when this worker was told to end.
    if (this.stopping.signal.aborted) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const requestId = requestIdFrom(job.opts.telemetry?.metadata);
    const id = job.id ?? '?';
    const running: Running = { job, token };
    this.running.add(running);
    try {
      await during({ requestId, job: { name: job.name, id } }, () =>
        inSpan(`job ${job.name}`, { 'mawasu.job.id': id, 'mawasu.request.id': requestId }, () =>
          this.handle(job),
        ),
      );
    } finally {
      this.running.delete(running);
    }
  }

  private async handle(job: Job): Promise<void> {
    const found = this.handlers.get(job.name);
    if (!found) throw new UnrecoverableError(`jobs: nobody handles ${job.name}`);
    const payload = found.contract.payload.safeParse(job.data);
    if (!payload.success)
      throw new UnrecoverableError(`jobs: ${job.name} came with a payload that does not fit`);
    const began = performance.now();
    try {
      await found.handler.handle(payload.data, this.stopping.signal);
      jobsEnded.inc({ job: job.name, outcome: 'done' });
      this.logger.debug(`${job.name} done in ${Math.round(performance.now() - began)} ms`);
    } catch (error) {
      this.logger.error(error instanceof Error ? error : String(error));
      throw error;
    }
  }

  private async failed(job: Job | undefined, error: Error): Promise<void> {
    if (!job) return;
    const isFinal = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
    const known = this.handlers.has(job.name) ? job.name : 'unknown';
    jobsEnded.inc({ job: known, outcome: isFinal ? 'dead' : 'failed' });
    if (!isFinal) return;
    this.logger.error(`${job.name} (${job.id ?? '?'}) has finally failed: ${error.message}`);
    // When this does not succeed, the heartbeat finds the job among the failed ones.
    await this.deadJobs.record([job]).catch((why: unknown) => this.logger.error(String(why)));
  }

  private async handBack({ job, token }: Running): Promise<void> {
    this.logger.warn(`${job.name} (${job.id ?? '?'}) goes back to the queue: time is up`);
    await within(job.moveToWait(token)).catch((error: unknown) => this.logger.error(String(error)));
  }
}
