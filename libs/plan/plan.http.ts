import { Controller, Get, HttpCode, Module, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';
import { z } from 'zod';
import { CurrentScope, RolesOnly, SignedIn, type Scope } from '#directory';
import { invalid } from '#errors';
import { decodeText } from '#files';
import {
  NO_DECISIONS,
  type PlanDecisions,
  planDecisionsSchema,
  planImportedSchema,
  planPreviewSchema,
} from './plan-import.schemas.js';
import { PlanImportService } from './plan-import.service.js';
import { PlanModule } from './plan.module.js';
import { planTreeSchema } from './plan.schemas.js';
import { PlanService } from './plan.service.js';

const UPLOAD = {
  type: 'object',
  required: ['file'],
  properties: {
    decisions: { type: 'string', description: 'PlanDecisions as JSON; stands before the file' },
    file: { type: 'string', format: 'binary' },
  },
};

/** The document, and the decisions that were sent before it. */
async function uploaded(request: FastifyRequest): Promise<{ text: string; decisions: PlanDecisions }> {
  const file = await request.file();
  if (!file) throw invalid('files.no_file');
  const text = decodeText(new Uint8Array(await file.toBuffer()));
  if (text === undefined) throw invalid('plan.not_text', { name: file.filename });
  return { text, decisions: decisionsOf(file.fields['decisions']) };
}

function decisionsOf(field: unknown): PlanDecisions {
  if (field === undefined) return NO_DECISIONS;
  const given: unknown = field instanceof Object && 'value' in field ? field.value : null;
  const parsed = planDecisionsSchema.safeParse(parsedJson(given));
  if (!parsed.success) throw invalid('plan.bad_decisions');
  return parsed.data;
}

function parsedJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return null;
  }
}

@Controller('api/plan')
export class PlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly imports: PlanImportService,
  ) {}

  @SignedIn()
  @Get()
  @ApiResponse({ status: 200, standardSchema: planTreeSchema })
  tree(): Promise<z.infer<typeof planTreeSchema>> {
    return this.plans.tree();
  }

  /** What a document is read as, every entry with its line, the questions, and what would change. Changes nothing. */
  @RolesOnly('planner')
  @Post('read')
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @ApiResponse({ status: 200, standardSchema: planPreviewSchema })
  async read(@Req() request: FastifyRequest): Promise<z.infer<typeof planPreviewSchema>> {
    return this.imports.preview((await uploaded(request)).text);
  }

  @RolesOnly('planner')
  @Post('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  @ApiResponse({ status: 201, standardSchema: planImportedSchema })
  async import(
    @Req() request: FastifyRequest,
    @CurrentScope() scope: Scope,
    @Query('accept', { schema: z.literal('true') }) _accept: 'true',
  ): Promise<z.infer<typeof planImportedSchema>> {
    const { text, decisions } = await uploaded(request);
    return this.imports.import(text, scope.personId, decisions);
  }
}

@Module({ imports: [PlanModule], controllers: [PlanController] })
export class PlanHttpModule {}
