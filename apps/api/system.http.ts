import type { Server } from 'node:http';
import {
  type BeforeApplicationShutdown,
  Controller,
  Get,
  Inject,
  Injectable,
  Module,
  Req,
  Res,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#config';
import { Database, firstRow } from '#database';
import { Public } from '#directory';
import { DomainError, forbidden } from '#errors';
import { QueueView, WorkHealth } from '#jobs';
import { exposition } from '#trace';
import { MIGRATIONS } from '../../migrations/index.js';
import { mayReadMetrics } from '../metrics-access.js';

/** Holds the OpenAPI document once the routes are known. */
@Injectable()
export class OpenApiDocument {
  document: OpenAPIObject | undefined;
}

const IDLE_LOOK_MS = 100;

/** Told to end, an API first says that it is not ready, so that the proxy sends nothing new. */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  private draining = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly host: HttpAdapterHost,
  ) {}

  get began(): boolean {
    return this.draining;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.draining = true;
    await new Promise((resolve) => setTimeout(resolve, this.config.drainMs));
    // A connection that is kept for a next request would hold up the end once its present one is answered.
    const server = this.host.httpAdapter.getHttpServer() as Server;
    setInterval(() => server.closeIdleConnections(), IDLE_LOOK_MS).unref();
  }
}

const NEWEST = MIGRATIONS.at(-1)?.name ?? '';

@Public()
@Controller()
export class SystemController {
  constructor(
    private readonly openApi: OpenApiDocument,
    private readonly database: Database,
    private readonly draining: Draining,
    private readonly work: WorkHealth,
    private readonly queue: QueueView,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('api/openapi.json')
  openApiDocument(): object {
    return this.openApi.document ?? {};
  }

  @Get('health/live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Ready when the database answers and is migrated as far as this release needs. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ready' }> {
    if (this.draining.began || !(await this.isMigrated()))
      throw new DomainError('unavailable', 'request.not_ready');
    return { status: 'ready' };
  }

  /** Whether the work is done: red when slots or letters wait too long or no worker is heard of. */
  @Get('health/work')
  async working(): Promise<{ status: 'working' }> {
    const failed = await this.work.failures();
    if (failed.length > 0)
      throw new DomainError('unavailable', 'request.work_waits', {}, [], { checks: failed });
    return { status: 'working' };
  }

  /** Numbers for Prometheus; only with the token of the settings, or from this machine when there is none. */
  @Get('metrics')
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!mayReadMetrics(request, this.config.metricsToken)) throw forbidden('access.metrics');
    const { type, text } = await exposition([
      ...(await this.work.measures()),
      ...(await this.queue.measures()),
    ]);
    await reply.type(type).send(text);
  }

  private async isMigrated(): Promise<boolean> {
    try {
      const row = await firstRow(this.database.pool, 'select 1 from schema_migration where name = $1', [
        NEWEST,
      ]);
      return row !== undefined;
    } catch {
      return false;
    }
  }
}

@Module({
  controllers: [SystemController],
  providers: [OpenApiDocument, Draining],
  exports: [OpenApiDocument],
})
export class SystemModule {}
