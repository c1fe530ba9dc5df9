import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentScope, RolesOnly, type Scope } from '#directory';
import {
  lastRemindersSchema,
  previewedRemindersSchema,
  reminderReachSchema,
  requestedRemindersSchema,
  requestRemindersSchema,
} from './reminder-request.schemas.js';
import { ReminderRequestService } from './reminder-request.service.js';

type Asked = z.infer<typeof requestRemindersSchema>;

/** 催促 of departments that the planning division chooses. */
@RolesOnly('planner')
@Controller('api/reminders')
export class ReminderRequestController {
  constructor(private readonly reminders: ReminderRequestService) {}

  @RolesOnly('planner', 'auditor')
  @Get()
  @ApiResponse({ status: 200, standardSchema: lastRemindersSchema })
  last(): Promise<z.infer<typeof lastRemindersSchema>> {
    return this.reminders.last();
  }

  @Post()
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: requestedRemindersSchema })
  request(
    @Body({ schema: requestRemindersSchema }) { departmentCodes }: Asked,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof requestedRemindersSchema>> {
    return this.reminders.request(scope, departmentCodes);
  }

  /** Changes nothing, but is no GET: a city has more departments than an address holds. */
  @Post('reach')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: reminderReachSchema })
  reach(
    @Body({ schema: requestRemindersSchema }) { departmentCodes }: Asked,
  ): Promise<z.infer<typeof reminderReachSchema>> {
    return this.reminders.reach(departmentCodes);
  }

  /** Changes nothing: the letters are planned, written and undone. */
  @Post('preview')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: previewedRemindersSchema })
  preview(
    @Body({ schema: requestRemindersSchema }) { departmentCodes }: Asked,
    @CurrentScope() scope: Scope,
  ): Promise<z.infer<typeof previewedRemindersSchema>> {
    return this.reminders.preview(scope, departmentCodes);
  }
}
