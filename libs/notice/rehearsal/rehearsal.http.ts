import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { RolesOnly } from '#directory';
import { LetterRehearsal } from './letter-rehearsal.service.js';
import { rehearsalRequestSchema, rehearsalSchema } from './rehearsal.schemas.js';

@RolesOnly('planner', 'auditor')
@Controller('api/letters/rehearsal')
export class RehearsalController {
  constructor(private readonly rehearsal: LetterRehearsal) {}

  /** Changes nothing, but is no GET: the letters of a whole city are planned and undone for it. */
  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: rehearsalSchema })
  rehearse(
    @Body({ schema: rehearsalRequestSchema }) body: z.infer<typeof rehearsalRequestSchema>,
  ): Promise<z.infer<typeof rehearsalSchema>> {
    return this.rehearsal.rehearse(body);
  }
}
