import { Controller, Get, HttpCode, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CONFIG, type Config } from '#config';
import { pageSchema } from '#database';
import { CurrentScope, RolesOnly, type Scope } from '#directory';
import { DeadJobs, QueueView, TimetableView, WorkersStore, WorkHealth } from '#jobs';
import { deadJobListSchema, deadJobStateSchema, operationsSchema } from './operations.schemas.js';

const idSchema = z.uuid();
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Whether the machinery behind the pages works, and what it could not do. */
@RolesOnly('planner', 'auditor')
@Controller('api/operations')
export class OperationsController {
  constructor(
    private readonly workers: WorkersStore,
    private readonly timetable: TimetableView,
    private readonly queue: QueueView,
    private readonly health: WorkHealth,
    private readonly deadJobs: DeadJobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: operationsSchema })
  async view(@CurrentScope() scope: Scope): Promise<z.infer<typeof operationsSchema>> {
    const [workers, timetable, depth, failedChecks, openDeadJobs] = await Promise.all([
      this.workers.all(),
      this.timetable.entries(),
      this.queue.depth(),
      this.health.failures(),
      this.deadJobs.open(),
    ]);
    return {
      queue: { kind: this.queue.kind, depth },
      workers: workers.map(({ id, host, pid, startedAt, beatAt, silent }) => ({
        id,
        host,
        pid,
        startedAt: startedAt.toISOString(),
        beatAt: beatAt.toISOString(),
        silent: silent > this.config.silentSeconds,
      })),
      timetable: timetable.map(({ job, lastSlot, ranAt, merged, nextDue, lateSeconds }) => ({
        job,
        lastSlot: iso(lastSlot),
        ranAt: iso(ranAt),
        merged,
        nextDue: iso(nextDue),
        late: lateSeconds > this.config.lateMinutes * 60,
      })),
      failedChecks,
      openDeadJobs,
      mayChange: scope.roles.has('planner'),
    };
  }

  @Get('dead-jobs')
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiQuery({ name: 'state', required: false, enum: ['open', 'retried', 'dismissed'] })
  @ApiResponse({ status: 200, standardSchema: deadJobListSchema })
  async list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: z.coerce.number().int().min(1).max(200).default(20) }) pageSize: number,
    @Query('state', { schema: deadJobStateSchema.optional() })
    state: z.infer<typeof deadJobStateSchema> | undefined,
  ): Promise<z.infer<typeof deadJobListSchema>> {
    const { total, rows } = await this.deadJobs.list(state ?? null, page, pageSize);
    return {
      total,
      page,
      pageSize,
      rows: rows.map((row) => ({
        ...row,
        payload: JSON.stringify(row.payload),
        at: row.at.toISOString(),
      })),
    };
  }

  /** Rings the job once more. */
  @RolesOnly('planner')
  @Post('dead-jobs/:id/retry')
  @HttpCode(204)
  retry(@Param('id', { schema: idSchema }) id: string, @CurrentScope() scope: Scope): Promise<void> {
    return this.deadJobs.retry(id, scope.personId);
  }

  /** Puts it away without doing it. */
  @RolesOnly('planner')
  @Post('dead-jobs/:id/dismiss')
  @HttpCode(204)
  dismiss(@Param('id', { schema: idSchema }) id: string, @CurrentScope() scope: Scope): Promise<void> {
    return this.deadJobs.dismiss(id, scope.personId);
  }
}

@Module({ controllers: [OperationsController] })
export class OperationsModule {}
