import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { CycleService, cycleViewSchema, stageSchema } from '#cycle';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentScope, HouseOnly, RolesOnly, type Scope, SignedIn } from '#directory';
import { notFound } from '#errors';
import { planItemSchema, PlanService } from '#plan';
import { DistributionService } from './distribution.service.js';
import { ItemYearsStore } from './item-years.store.js';
import { badgeSchema, stateSchema } from './subject.schemas.js';
import { submissionBoardSchema, submissionListSchema } from './submissions.schemas.js';
import { SubmissionsStore } from './submissions.store.js';

const keySchema = z.string().min(1).max(100);
const yearSchema = z.coerce.number().int().min(1990).max(2100);

/** 提出状況: rows are those the scope may read, so a manager sees their own subtree. */
@SignedIn()
@Controller('api/cycles')
export class SubmissionsController {
  constructor(
    private readonly store: SubmissionsStore,
    private readonly plans: PlanService,
    private readonly cycles: CycleService,
    private readonly distribution: DistributionService,
  ) {}

  @Get(':year/board')
  @ApiResponse({ status: 200, standardSchema: submissionBoardSchema })
  async board(
    @Param('year', { schema: yearSchema }) year: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof submissionBoardSchema>> {
    const plan = await this.plans.current();
    return { fiscalYear: year, ...(await this.store.board(scope, plan.id, year)) };
  }

  @Get(':year/submissions')
  @ApiQuery({ name: 'stage', required: false, type: String })
  @ApiQuery({ name: 'department', required: false, type: String })
  @ApiQuery({ name: 'state', required: false, type: String })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: submissionListSchema })
  async list(
    @Param('year', { schema: yearSchema }) year: number,
    @Query('stage', { schema: stageSchema.optional() }) stage: z.infer<typeof stageSchema> | undefined,
    @Query('department', { schema: z.string().max(40).optional() }) departmentCode: string | undefined,
    @Query('state', { schema: z.union([stateSchema, z.enum(['overdue', 'returned', 'left'])]).optional() })
    state: string | undefined,
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof submissionListSchema>> {
    const plan = await this.plans.current();
    const filter = { stage: stage ?? null, departmentCode: departmentCode ?? null, state: state ?? null };
    const [total, rows] = await Promise.all([
      this.store.total(scope, plan.id, year, filter),
      this.store.page(scope, plan.id, year, filter, page, pageSize),
    ]);
    return { total, page, pageSize, rows };
  }

  @RolesOnly('planner')
  @Post(':year/open')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: cycleViewSchema })
  async openNow(
    @Param('year', { schema: yearSchema }) year: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof cycleViewSchema>> {
    await this.distribution.openNow(scope, year);
    return this.cycles.view(year);
  }
}

const itemYearsSchema = z
  .object({
    item: planItemSchema.extend({ sectionLabel: z.string(), programLabel: z.string() }),
    years: z.array(
      z.object({
        fiscalYear: z.int(),
        stages: z.array(
          z.object({
            stage: stageSchema,
            taskStageId: z.uuid().nullable(),
            state: stateSchema,
            badge: badgeSchema,
            dueOn: z.iso.date().nullable().describe('by when its author must hand it in'),
            departmentName: z.string(),
            role: z.enum(['lead', 'support']),
            grade: z.string().nullable(),
            direction: z.string().nullable(),
            settledCost: z.string().nullable(),
            summary: z.string().nullable(),
            opensOn: z.iso.date().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ItemYears' });
const itemStatesSchema = z
  .object({
    states: z.array(
      z.object({
        itemKey: z.string(),
        fiscalYear: z.int(),
        stage: stageSchema,
        badge: badgeSchema,
      }),
    ),
  })
  .meta({ id: 'ItemStates' });
type ItemStates = z.infer<typeof itemStatesSchema>;

type ItemYears = z.infer<typeof itemYearsSchema>;

@HouseOnly()
@Controller('api/items')
export class ItemYearsController {
  constructor(
    private readonly store: ItemYearsStore,
    private readonly plans: PlanService,
  ) {}

  /** Where each item of a section stands in the running years. */
  @Get('states')
  @ApiQuery({ name: 'section', type: String })
  @ApiResponse({ status: 200, standardSchema: itemStatesSchema })
  async states(
    @Query('section', { schema: keySchema }) section: string,
    @CurrentScope() scope: Scope,
  ): Promise<ItemStates> {
    const plan = await this.plans.current();
    const states = await this.store.states(scope, plan.id, section);
    return { states: states as ItemStates['states'] };
  }

  @Get(':key/years')
  @ApiResponse({ status: 200, standardSchema: itemYearsSchema })
  async years(
    @Param('key', { schema: keySchema }) key: string,
    @CurrentScope() scope: Scope,
  ): Promise<ItemYears> {
    const [plan, tree] = await Promise.all([this.plans.current(), this.plans.tree()]);
    for (const section of tree.sections) {
      for (const program of section.programs) {
        const item = program.items.find((i) => i.key === key);
        if (!item) continue;
        const stages = await this.store.stages(scope, plan.id, key);
        const years = [...new Set(stages.map((s) => s.fiscalYear))];
        return {
          item: {
            ...item,
            sectionLabel: `${section.number} ${section.title}`,
            programLabel: `${program.number} ${program.title}`,
          },
          years: years.map((fiscalYear) => ({
            fiscalYear,
            stages: stages
              .filter((s) => s.fiscalYear === fiscalYear)
              .map(
                ({ fiscalYear: _year, ...stage }) => stage as ItemYears['years'][number]['stages'][number],
              ),
          })),
        };
      }
    }
    throw notFound('plan.no_such_item', { key });
  }
}
