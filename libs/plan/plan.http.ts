import { Controller, Get, Module, Post, Query, Req } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';
import { z } from 'zod';
import { CurrentScope, RolesOnly, SignedIn, type Scope } from '#directory';
import { invalid } from '#errors';
import { decodeText } from '#files';
import { PlanModule } from './plan.module.js';
import { planTreeSchema } from './plan.schemas.js';
import { PlanService } from './plan.service.js';
import { readPlan, toReport } from './reading/index.js';

const importedSchema = z
  .object({ added: z.int(), changed: z.int(), unchanged: z.int(), withdrawn: z.int() })
  .meta({ id: 'PlanImported' });

async function uploadedText(request: FastifyRequest): Promise<string> {
  const file = await request.file();
  if (!file) throw invalid('files.no_file');
  const text = decodeText(new Uint8Array(await file.toBuffer()));
  if (text === undefined) throw invalid('plan.not_text', { name: file.filename });
  return text;
}

@Controller('api/plan')
export class PlanController {
  constructor(private readonly plans: PlanService) {}

  @SignedIn()
  @Get()
  @ApiResponse({ status: 200, standardSchema: planTreeSchema })
  tree(): Promise<z.infer<typeof planTreeSchema>> {
    return this.plans.tree();
  }

  /** What a document would be read as: counts, every entry with its line, and the questions. Changes nothing. */
  @RolesOnly('planner')
  @Post('read')
  async read(@Req() request: FastifyRequest): Promise<unknown> {
    return toReport(readPlan(await uploadedText(request)));
  }

  @RolesOnly('planner')
  @Post('import')
  @ApiResponse({ status: 201, standardSchema: importedSchema })
  async import(
    @Req() request: FastifyRequest,
    @CurrentScope() scope: Scope,
    @Query('accept', { schema: z.literal('true') }) _accept: 'true',
  ): Promise<z.infer<typeof importedSchema>> {
    return this.plans.import(await uploadedText(request), scope.personId);
  }
}

@Module({ imports: [PlanModule], controllers: [PlanController] })
export class PlanHttpModule {}
