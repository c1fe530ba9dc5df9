import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { pageSchema, pageSizeSchema } from '#database';
import { CurrentScope, type Scope, SignedIn } from '#directory';
import { ApprovalService } from './approval.service.js';
import { QueueService } from './queue.service.js';
import {
  approvalQueueSchema,
  approvalViewSchema,
  approveSchema,
  bulkApproveSchema,
  bulkApprovedSchema,
  returnSchema,
} from './approval.schemas.js';
import { savedSchema } from './sheet.schemas.js';

type Saved = z.infer<typeof savedSchema>;
const idSchema = z.uuid();

/** Rows are scoped by the person's own posts: what waits elsewhere is not there. */
@SignedIn()
@Controller('api/approvals')
export class ApprovalController {
  constructor(
    private readonly approvals: ApprovalService,
    private readonly queue: QueueService,
  ) {}

  @Get()
  @ApiQuery({ name: 'page', required: false, type: Number })
  @ApiQuery({ name: 'pageSize', required: false, type: Number })
  @ApiResponse({ status: 200, standardSchema: approvalQueueSchema })
  list(
    @Query('page', { schema: pageSchema }) page: number,
    @Query('pageSize', { schema: pageSizeSchema }) pageSize: number,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof approvalQueueSchema>> {
    return this.queue.page(scope, page, pageSize);
  }

  @Post('approve')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: bulkApprovedSchema })
  approveMany(
    @Body({ schema: bulkApproveSchema }) body: z.infer<typeof bulkApproveSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof bulkApprovedSchema>> {
    return this.approvals.approveMany(scope, body.sheets);
  }

  @Get(':id')
  @ApiResponse({ status: 200, standardSchema: approvalViewSchema })
  view(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof approvalViewSchema>> {
    return this.approvals.view(scope, id);
  }

  @Post(':id/opened')
  @HttpCode(204)
  opened(@Param('id', { schema: idSchema }) id: string, @CurrentScope() scope: Scope): Promise<void> {
    return this.approvals.markOpened(scope, id);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  approve(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: approveSchema }) body: z.infer<typeof approveSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.approvals.approve(scope, id, body);
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: savedSchema })
  return(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: returnSchema }) body: z.infer<typeof returnSchema>,
    @CurrentScope() scope: Scope,
  ): Promise<Saved> {
    return this.approvals.return(scope, id, body);
  }
}
