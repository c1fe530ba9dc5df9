import { Controller, Get, Injectable, Module } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Database, rows } from '#database';
import { Public } from '#directory';
import { DomainError } from '#errors';

/** Holds the OpenAPI document once the routes are known. */
@Injectable()
export class OpenApiDocument {
  document: OpenAPIObject | undefined;
}

@Public()
@Controller()
export class SystemController {
  constructor(
    private readonly openApi: OpenApiDocument,
    private readonly database: Database,
  ) {}

  @Get('api/openapi.json')
  openApiDocument(): object {
    return this.openApi.document ?? {};
  }

  @Get('health/live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Ready when the database answers and is migrated. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await rows(this.database.pool, 'select 1 from calendar.business_clock');
    } catch {
      throw new DomainError('unavailable', 'request.not_ready');
    }
    return { status: 'ready' };
  }
}

@Module({ controllers: [SystemController], providers: [OpenApiDocument], exports: [OpenApiDocument] })
export class SystemModule {}
