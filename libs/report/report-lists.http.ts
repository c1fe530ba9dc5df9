import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CycleService } from '#cycle';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentScope, HouseOnly, type Scope } from '#directory';
import { PlanService } from '#plan';
import {
  type CommitmentsShown,
  commitmentsShownSchema,
  type ReportCommitments,
  reportCommitmentsSchema,
  type ReportSheets,
  reportSheetsSchema,
  type SheetsShown,
  sheetsShownSchema,
} from './report-lists.schemas.js';
import { type ListPlace, ReportListsStore } from './report-lists.store.js';

const yearSchema = z.coerce.number().int().min(1990).max(2100);
const sectionSchema = z.string().min(1).max(60).optional();

/** What stands behind the numbers of a report: titles and states for everybody in the house, sheets for who may read them. */
@HouseOnly()
@Controller('api/reports')
export class ReportListsController {
  constructor(
    private readonly store: ReportListsStore,
    private readonly plans: PlanService,
    private readonly cycles: CycleService,
  ) {}

  @Get(':year/sheets')
  @ApiQuery({ name: 'section', required: false, type: String })
  @ApiQuery({ name: 'show', required: false, enum: sheetsShownSchema.options })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: reportSheetsSchema })
  async sheets(
    @Param('year', { schema: yearSchema }) year: number,
    @Query('section', { schema: sectionSchema }) section: string | undefined,
    @Query('show', { schema: sheetsShownSchema.default('all') }) show: SheetsShown,
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<ReportSheets> {
    return this.store.sheets(scope, await this.place(year, section, page, pageSize), show);
  }

  @Get(':year/commitments')
  @ApiQuery({ name: 'section', required: false, type: String })
  @ApiQuery({ name: 'show', required: false, enum: commitmentsShownSchema.options })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: reportCommitmentsSchema })
  async commitments(
    @Param('year', { schema: yearSchema }) year: number,
    @Query('section', { schema: sectionSchema }) section: string | undefined,
    @Query('show', { schema: commitmentsShownSchema.default('all') }) show: CommitmentsShown,
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<ReportCommitments> {
    return this.store.commitments(await this.place(year, section, page, pageSize), show, scope.date);
  }

  private async place(
    fiscalYear: number,
    section: string | undefined,
    page: number,
    pageSize: number,
  ): Promise<ListPlace> {
    const plan = await this.plans.current();
    await this.cycles.require(plan, fiscalYear);
    return { planId: plan.id, fiscalYear, sectionKey: section ?? null, page, pageSize };
  }
}
