import { Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { daysBetween } from '#calendar';
import { Database, pageSchema, pageSizeSchema, type Sql } from '#database';
import { CurrentScope, mayWrite, type Scope, SignedIn } from '#directory';
import {
  dryRunSchema,
  exportTable,
  importedSchema,
  importTable,
  sendTable,
  TABLE_TYPES,
  tableEncodingSchema,
  tableFormatSchema,
  uploadedTable,
} from '#files';
import { SheetStore } from '../sheet.store.js';
import { actualEntryListSchema } from './actual-entry.schemas.js';
import { ActualEntryStore } from './actual-entry.store.js';
import { ActualEntryTable } from './actual-entry-table.js';

const HEADING = '実績値';

/** 実績値の入力: all indicators whose year is open, on one page and as a file. */
@SignedIn()
@Controller('api/actual-entries')
export class ActualEntryController {
  constructor(
    private readonly entries: ActualEntryStore,
    private readonly sheets: SheetStore,
    private readonly database: Database,
  ) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: actualEntryListSchema })
  async list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof actualEntryListSchema>> {
    const [total, found] = await Promise.all([
      this.entries.total(scope),
      this.entries.page(scope, page, pageSize),
    ]);
    const rows = found.map(
      ({ departmentId, fieldVersions: _versions, editorId: _editor, lastAnswers, answers, ...entry }) => ({
        ...entry,
        daysLeft: daysBetween(scope.date, entry.dueOn),
        editable: mayWrite(scope, departmentId) && (entry.state === 'none' || entry.state === 'drafting'),
        answers: actualOf(answers),
        lastYear: lastAnswers && actualOf(lastAnswers),
      }),
    );
    return { total, page, pageSize, rows };
  }

  @Get('file')
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiQuery({ name: 'encoding', required: false, enum: ['utf-8', 'shift_jis'] })
  @ApiProduces('text/csv', TABLE_TYPES.xlsx())
  async download(
    @Query('format', { schema: tableFormatSchema }) format: z.infer<typeof tableFormatSchema>,
    @Query('encoding', { schema: tableEncodingSchema }) encoding: z.infer<typeof tableEncodingSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<StreamableFile> {
    const table = this.table(scope);
    const bytes = await exportTable(this.database.pool, table, { format, encoding }, HEADING);
    return sendTable(bytes, { format, encoding, name: table.name, heading: HEADING, today: scope.date });
  }

  /** Takes filled-in rows in as drafts, all of them or none; a trial only counts. */
  @Post('file')
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
    @Query('dryRun', { schema: dryRunSchema }) dryRun: z.infer<typeof dryRunSchema>,
    @Req() request: FastifyRequest,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof importedSchema>> {
    const file = await uploadedTable(request);
    const isTrial = dryRun === 'true';
    const take = (sql: Sql) =>
      importTable(sql, this.table(scope), file, { today: scope.date, personId: scope.personId });
    const counts = await (isTrial ? this.database.rehearse(take) : this.database.transaction(take));
    return { ...counts, dryRun: isTrial };
  }

  private table(scope: Scope): ActualEntryTable {
    return new ActualEntryTable(scope, this.entries, this.sheets);
  }
}

type ActualAnswers = z.infer<typeof actualEntryListSchema>['rows'][number]['answers'];

/** Of a sheet's answers those that belong to the actual. */
const actualOf = ({
  indicatorActual,
  source,
  specialNote,
  factorsOwn,
  factorsOutside,
}: ActualAnswers): ActualAnswers => ({ indicatorActual, source, specialNote, factorsOwn, factorsOutside });
