import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { stageSchema } from '#cycle';
import { pageSchema } from '#database';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import {
  historySchema,
  notApplicableSchema,
  saveAnswersSchema,
  savedSchema,
  sheetSchema,
  versionOnlySchema,
} from './sheet.schemas.js';
import {
  DEPARTMENT_STATES,
  departmentStateSchema,
  departmentTodaySchema,
  TODAY_KINDS,
  todayKindSchema,
  todaySchema,
} from './today.schemas.js';
import { SheetService } from './sheet.service.js';
import { SubmissionService } from './submission.service.js';
import { TodayService } from './today.service.js';

type Saved = z.infer<typeof savedSchema>;
const idSchema = z.uuid();
const countsSchema = z
  .object({
    today: z.int(),
    approvals: z.int(),
    standIn: z.int().describe('decisions in the place of the person, to be read by them'),
    mentions: z.int(),
  })
  .meta({ id: 'Counts' });

@SignedIn()
@Controller('api')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get('today')
  @ApiQuery({ name: 'kind', required: false, enum: TODAY_KINDS })
  @ApiQuery({ name: 'stage', required: false, enum: stageSchema.options })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: todaySchema })
  view(
    @Query('kind', { schema: todayKindSchema.optional() }) kind: z.infer<typeof todayKindSchema> | undefined,
    @Query('stage', { schema: stageSchema.optional() }) stage: z.infer<typeof stageSchema> | undefined,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof todaySchema>> {
    return this.today.view(scope, { kind: kind ?? null, stage: stage ?? null }, page);
  }

  @Get('today/department')
  @ApiQuery({ name: 'state', required: false, enum: DEPARTMENT_STATES })
  @ApiQuery({ name: 'stage', required: false, enum: stageSchema.options })
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: departmentTodaySchema })
  department(
    @Query('state', { schema: departmentStateSchema.optional() })
    state: z.infer<typeof departmentStateSchema> | undefined,
    @Query('stage', { schema: stageSchema.optional() }) stage: z.infer<typeof stageSchema> | undefined,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof departmentTodaySchema>> {
    return this.today.department(scope, { kind: state ?? null, stage: stage ?? null }, page);
  }

  @Get('counts')
  @ApiResponse({ status: 200, standardSchema: countsSchema })
  counts(@CurrentScope() scope: Scope): Promise<z.infer<typeof countsSchema>> {
    return this.today.counts(scope);
  }
}

@SignedIn()
@Controller('api/sheets')
export class SheetController {
  constructor(
    private readonly sheets: SheetService,
    private readonly submissions: SubmissionService,
  ) {}

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: sheetSchema })
  view(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof sheetSchema>> {
    return this.sheets.view(scope, id);
  }

  @Put(':id/answers')
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  save(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: saveAnswersSchema }) body: z.infer<typeof saveAnswersSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.sheets.save(scope, id, body.version, body.answers);
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  submit(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: versionOnlySchema }) body: z.infer<typeof versionOnlySchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.submissions.submit(scope, id, body.version);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  withdraw(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: versionOnlySchema }) body: z.infer<typeof versionOnlySchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.submissions.withdraw(scope, id, body.version);
  }

  @Post(':id/not-applicable')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  notApplicable(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: notApplicableSchema }) body: z.infer<typeof notApplicableSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.sheets.declareNotApplicable(scope, id, body.version, body.reason);
  }

  @Get(':id/history')
  @ApiResponse({ status: 200, standardSchema: historySchema })
  history(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof historySchema>> {
    return this.sheets.history(scope, id);
  }
}
