import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentScope, HouseOnly, type Scope } from '#directory';
import {
  reviewedCountSchema,
  reviewedSchema,
  standInDecisionListSchema,
} from './stand-in-decisions.schemas.js';
import { StandInDecisionsService } from './stand-in-decisions.service.js';

/** What others decided in the place of the person who asks. */
@HouseOnly()
@Controller('api/stand-in-decisions')
export class StandInDecisionsController {
  constructor(private readonly decisions: StandInDecisionsService) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: standInDecisionListSchema })
  list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof standInDecisionListSchema>> {
    return this.decisions.toReview(scope, page, pageSize);
  }

  @Post('reviewed')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: reviewedCountSchema })
  review(
    @Body({ schema: reviewedSchema }) body: z.infer<typeof reviewedSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof reviewedCountSchema>> {
    return this.decisions.review(scope, body.approvalIds);
  }
}
