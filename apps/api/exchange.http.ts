import {
  Controller,
  Get,
  HttpCode,
  Module,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BusinessClock } from '#calendar/clock';
import { Database } from '#database';
import { CurrentScope, type RequestWithPerson, RolesOnly, type Scope } from '#directory';
import { type Language, loadWords, notFound } from '#errors';
import {
  dryRunSchema,
  exportTable,
  importedSchema,
  sendTable,
  takeTable,
  TABLE_TYPES,
  tableEncodingSchema,
  tableFormatSchema,
  uploadedTable,
} from '#files';
import type { ExchangeTable } from '#files';
import { ExchangeTables, ReviewModule } from '#review';
import { CATALOGUES } from '../entities.js';
import { languageOf } from './problem.filter.js';

const tablesSchema = z
  .object({
    tables: z.array(
      z.object({
        name: z.string(),
        heading: z.string(),
        columns: z.array(
          z.object({
            heading: z.string(),
            kind: z.enum(['text', 'number', 'date']),
            required: z.boolean(),
          }),
        ),
        mayWrite: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ExchangeTables' });

const nameSchema = z.string().min(1).max(60);

/** The product's tables as files, the same columns both ways. */
@RolesOnly('planner', 'auditor')
@Controller('api/exchange')
export class ExchangeController {
  private readonly words = loadWords(CATALOGUES);

  constructor(
    private readonly tables: ExchangeTables,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: tablesSchema })
  list(
    @Req() request: FastifyRequest & RequestWithPerson,
    @CurrentScope() scope: Scope,
  ): z.infer<typeof tablesSchema> {
    const language = languageOf(request);
    return {
      tables: this.tables.all.map((table) => ({
        name: table.name,
        heading: this.headingOf(table, language),
        columns: table.spec.columns.map(({ heading, kind = 'text', required = false }) => ({
          heading,
          kind,
          required,
        })),
        mayWrite: scope.roles.has('planner'),
      })),
    };
  }

  /** The whole table as a file. */
  @Get(':table')
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiQuery({ name: 'encoding', required: false, enum: ['utf-8', 'shift_jis'] })
  @ApiProduces('text/csv', TABLE_TYPES.xlsx())
  async download(
    @Param('table', { schema: nameSchema }) name: string,
    @Query('format', { schema: tableFormatSchema }) format: z.infer<typeof tableFormatSchema>,
    @Query('encoding', { schema: tableEncodingSchema }) encoding: z.infer<typeof tableEncodingSchema>,
    @Req() request: FastifyRequest & RequestWithPerson,
  ): Promise<StreamableFile> {
    const table = this.require(name);
    const heading = this.headingOf(table, languageOf(request));
    const bytes = await exportTable(this.database.pool, table, { format, encoding }, heading);
    const today = await this.clock.today();
    return sendTable(bytes, { format, encoding, name, heading, today });
  }

  /** Takes a file in, all of it or nothing; a trial only tells what would change. */
  @RolesOnly('planner')
  @Post(':table')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'] })
  @ApiResponse({ status: 200, standardSchema: importedSchema })
  async upload(
    @Param('table', { schema: nameSchema }) name: string,
    @Query('dryRun', { schema: dryRunSchema }) dryRun: z.infer<typeof dryRunSchema>,
    @Req() request: FastifyRequest,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof importedSchema>> {
    const table = this.require(name);
    const file = await uploadedTable(request);
    return takeTable(this.database, table, file, dryRun === 'true', async (sql) => ({
      today: await this.clock.today(sql),
      personId: scope.personId,
    }));
  }

  private require(name: string): ExchangeTable {
    const table = this.tables.all.find((one) => one.name === name);
    if (!table) throw notFound('table.no_such_table', { name });
    return table;
  }

  private headingOf(table: ExchangeTable, language: Language): string {
    return this.words.say(language, table.heading);
  }
}

@Module({ imports: [ReviewModule], controllers: [ExchangeController] })
export class ExchangeModule {}
