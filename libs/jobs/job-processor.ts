import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { type Job, UnrecoverableError } from 'bullmq';
import { HANDLES_JOB, type JobContract, type JobHandler } from './job-contract.js';
import { QUEUE } from './queue.js';

/** Hands each job to the one class that handles its contract. */
@Processor(QUEUE, { concurrency: 4 })
export class JobProcessor extends WorkerHost implements OnApplicationBootstrap {
  private readonly logger = new Logger('Jobs');
  private handlers = new Map<string, { contract: JobContract<unknown>; handler: JobHandler<unknown> }>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    for (const wrapper of this.discovery.getProviders()) {
      if (!wrapper.metatype) continue;
      const contract = this.reflector.get<JobContract<unknown> | undefined>(HANDLES_JOB, wrapper.metatype);
      if (!contract) continue;
      if (this.handlers.has(contract.id)) throw new Error(`jobs: ${contract.id} has two handlers`);
      this.handlers.set(contract.id, { contract, handler: wrapper.instance as JobHandler<unknown> });
    }
  }

  override async process(job: Job): Promise<void> {
    const found = this.handlers.get(job.name);
    if (!found) throw new UnrecoverableError(`jobs: nobody handles ${job.name}`);
    const payload = found.contract.payload.safeParse(job.data);
    if (!payload.success)
      throw new UnrecoverableError(`jobs: ${job.name} came with a payload that does not fit`);
    try {
      await found.handler.handle(payload.data);
    } catch (error) {
      this.logger.error(
        `${job.name} (${job.id ?? '?'}) failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      throw error;
    }
  }
}
