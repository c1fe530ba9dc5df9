import { Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import {
  dryRunSchema,
  importedSchema,
  TABLE_TYPES,
  tableEncodingSchema,
  tableFormatSchema,
  uploadedTable,
} from '#files';
import { actualEntryListSchema } from './actual-entry.schemas.js';
import { ActualEntryService } from './actual-entry.service.js';

/** 実績値の入力: all indicators whose year is open, on one page and as a file. */
@SignedIn()
@Controller('api/actual-entries')
export class ActualEntryController {
  constructor(private readonly entries: ActualEntryService) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: actualEntryListSchema })
  list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof actualEntryListSchema>> {
    return this.entries.list(scope, page, pageSize);
  }

  @Get('file')
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiQuery({ name: 'encoding', required: false, enum: ['utf-8', 'shift_jis'] })
  @ApiProduces('text/csv', TABLE_TYPES.xlsx())
  download(
    @Query('format', { schema: tableFormatSchema }) format: z.infer<typeof tableFormatSchema>,
    @Query('encoding', { schema: tableEncodingSchema }) encoding: z.infer<typeof tableEncodingSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<StreamableFile> {
    return this.entries.file(scope, format, encoding);
  }

  /** Takes filled-in rows in as drafts, all of them or none; a trial only tells what would change. */
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
    return this.entries.take(scope, await uploadedTable(request), dryRun === 'true');
  }
}
