import { Body, Controller, Get, Module, Param, Put, Query } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CycleModule } from '#cycle';
import { CurrentScope, HouseOnly, RolesOnly, type Scope } from '#directory';
import { TABLE_TYPES, tableEncodingSchema, tableFormatSchema } from '#files';
import { IndicatorModule } from '#indicator';
import { PlanModule } from '#plan';
import { ReviewModule } from '#review';
import { decisionPageSchema, type RecordDecision, recordDecisionSchema } from './decision.schemas.js';
import { DecisionService, RECORDS_DECISIONS } from './decision.service.js';
import { DecisionStore } from './decision.store.js';
import { planReportSchema, sectionReportSchema, yearEnteredSchema } from './report.schemas.js';
import { ReportListsController } from './report-lists.http.js';
import { ReportListsStore } from './report-lists.store.js';
import { ReportService } from './report.service.js';
import { ReportStore } from './report.store.js';
import { sectionReportFile } from './section-report-file.js';

const yearSchema = z.coerce.number().int().min(1990).max(2100);
const keySchema = z.string().min(1).max(60);
const yearsSchema = z
  .object({
    years: z.array(z.int()),
    current: z.int().describe('the year that is being evaluated'),
    shown: z.int().describe('the year to show to whoever names none'),
    actuals: yearEnteredSchema.describe('actuals of the year that is being evaluated'),
  })
  .meta({ id: 'ReportYears' });

/**
 * Reports are made from approved sheets and carry no names, so everybody in the house may read them. Only how a decision came
 * to be names people; `DecisionService` shows it to those who record decisions, and to auditors.
 */
@HouseOnly()
@Controller('api/reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly decisions: DecisionService,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: yearsSchema })
  years(): Promise<z.infer<typeof yearsSchema>> {
    return this.reports.years();
  }

  @Get(':year')
  @ApiResponse({ status: 200, standardSchema: planReportSchema })
  plan(@Param('year', { schema: yearSchema }) year: number): Promise<z.infer<typeof planReportSchema>> {
    return this.reports.plan(year);
  }

  @Get(':year/sections/:key')
  @ApiResponse({ status: 200, standardSchema: sectionReportSchema })
  section(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('key', { schema: keySchema }) key: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof sectionReportSchema>> {
    return this.reports.section(scope, year, key);
  }

  /** The items of the report for a spreadsheet program. */
  @Get(':year/sections/:key/file')
  @ApiQuery({ name: 'format', required: false, enum: ['csv', 'xlsx'] })
  @ApiQuery({ name: 'encoding', required: false, enum: ['utf-8', 'shift_jis'] })
  @ApiProduces('text/csv', TABLE_TYPES.xlsx())
  async file(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('key', { schema: keySchema }) key: string,
    @Query('format', { schema: tableFormatSchema }) format: z.infer<typeof tableFormatSchema>,
    @Query('encoding', { schema: tableEncodingSchema }) encoding: z.infer<typeof tableEncodingSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<StreamableFile> {
    return sectionReportFile(await this.reports.section(scope, year, key), { format, encoding });
  }

  @Get(':year/sections/:key/decision')
  @ApiResponse({ status: 200, standardSchema: decisionPageSchema })
  decision(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('key', { schema: keySchema }) key: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof decisionPageSchema>> {
    return this.decisions.page(scope, year, key);
  }

  @RolesOnly(...RECORDS_DECISIONS)
  @Put(':year/sections/:key/decision')
  @ApiResponse({ status: 200, standardSchema: decisionPageSchema })
  record(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('key', { schema: keySchema }) key: string,
    @Body({ schema: recordDecisionSchema }) body: RecordDecision,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof decisionPageSchema>> {
    return this.decisions.record(scope, year, key, body);
  }
}

@Module({
  imports: [PlanModule, CycleModule, IndicatorModule, ReviewModule],
  providers: [ReportStore, ReportService, ReportListsStore, DecisionStore, DecisionService],
  exports: [ReportService, ReportListsStore, DecisionService],
})
export class ReportModule {}

@Module({
  imports: [ReportModule, PlanModule, CycleModule],
  controllers: [ReportController, ReportListsController],
})
export class ReportHttpModule {}
