import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { pageSchema } from '#database';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import { handoverItemsSchema, handoverPostsSchema, handoverSchema } from './handover.schemas.js';
import { HandoverService } from './handover.service.js';

const PAGE_SIZE = 20;
const idSchema = z.uuid();

/** 引継ぎ: of the posts that the reader holds today; the planning division and auditors read any. */
@SignedIn()
@Controller('api/handover')
export class HandoverController {
  constructor(private readonly handovers: HandoverService) {}

  @Get()
  @ApiResponse({ status: 200, standardSchema: handoverPostsSchema })
  own(@CurrentScope() scope: Scope): Promise<z.infer<typeof handoverPostsSchema>> {
    return this.handovers.own(scope);
  }

  @Get(':postId')
  @ApiResponse({ status: 200, standardSchema: handoverSchema })
  view(
    @Param('postId', { schema: idSchema }) postId: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof handoverSchema>> {
    return this.handovers.view(scope, postId);
  }

  @Get(':postId/items')
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: handoverItemsSchema })
  items(
    @Param('postId', { schema: idSchema }) postId: string,
    @Query('page', { schema: pageSchema }) page: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof handoverItemsSchema>> {
    return this.handovers.items(scope, postId, page, PAGE_SIZE);
  }
}
