import { Body, Controller, Delete, Get, HttpCode, Module, Param, Post, Put } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentScope, RolesOnly, type Scope } from '#directory';
import { CycleModule } from './cycle.module.js';
import {
  createCycleSchema,
  cycleListSchema,
  cycleViewSchema,
  datesPreviewSchema,
  editCycleSchema,
  extendSchema,
  reopenSchema,
  stageSchema,
} from './cycle.schemas.js';
import { CycleTurnService } from './cycle-turn.service.js';
import { CycleService } from './cycle.service.js';

type CycleView = z.infer<typeof cycleViewSchema>;
const yearSchema = z.coerce.number().int().min(1990).max(2100);

@RolesOnly('planner', 'finance', 'management', 'auditor')
@Controller('api/cycles')
export class CycleController {
  constructor(
    private readonly cycles: CycleService,
    private readonly turns: CycleTurnService,
  ) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: cycleListSchema })
  list(): Promise<z.infer<typeof cycleListSchema>> {
    return this.cycles.list();
  }

  @RolesOnly('planner')
  @Post()
  @ApiResponse({ status: 201, standardSchema: cycleViewSchema })
  async create(
    @Body({ schema: createCycleSchema }) body: z.infer<typeof createCycleSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<CycleView> {
    await this.turns.create(scope, body.fiscalYear);
    return this.cycles.view(body.fiscalYear);
  }

  @Get(':year')
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  view(@Param('year', { schema: yearSchema }) year: number): Promise<CycleView> {
    return this.cycles.view(year);
  }

  @RolesOnly('planner')
  @Post(':year/reopen')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  async reopen(
    @Param('year', { schema: yearSchema }) year: number,
    @Body({ schema: reopenSchema }) body: z.infer<typeof reopenSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<CycleView> {
    await this.turns.reopen(scope, year, body);
    return this.cycles.view(year);
  }

  @RolesOnly('planner')
  @Put(':year')
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  edit(
    @Param('year', { schema: yearSchema }) year: number,
    @Body({ schema: editCycleSchema }) body: z.infer<typeof editCycleSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<CycleView> {
    return this.cycles.edit(scope, year, body);
  }

  @RolesOnly('planner')
  @Post(':year/preview-dates')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: datesPreviewSchema })
  previewDates(
    @Param('year', { schema: yearSchema }) year: number,
    @Body({ schema: editCycleSchema }) body: z.infer<typeof editCycleSchema>,
  ): Promise<z.infer<typeof datesPreviewSchema>> {
    return this.cycles.previewDates(year, body);
  }

  @RolesOnly('planner')
  @Post(':year/extensions')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  extend(
    @Param('year', { schema: yearSchema }) year: number,
    @Body({ schema: extendSchema }) body: z.infer<typeof extendSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<CycleView> {
    return this.cycles.extend(scope, year, body);
  }

  @RolesOnly('planner')
  @Delete(':year/extensions/:stage/:department')
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  withdrawExtension(
    @Param('year', { schema: yearSchema }) year: number,
    @Param('stage', { schema: stageSchema }) stage: z.infer<typeof stageSchema>,
    @Param('department', { schema: z.string().min(1).max(40) }) department: string,
    @CurrentScope() scope: Scope,
  ): Promise<CycleView> {
    return this.cycles.withdrawExtension(scope, year, stage, department);
  }
}

@Module({ imports: [CycleModule], controllers: [CycleController] })
export class CycleHttpModule {}
