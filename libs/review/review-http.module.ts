import { Module } from '@nestjs/common';
import { CycleModule } from '#cycle';
import { PlanModule } from '#plan';
import { ApprovalController } from './approval.http.js';
import { ReviewModule } from './review.module.js';
import { SheetController, TodayController } from './sheet.http.js';
import { ItemYearsController, SubmissionsController } from './submissions.http.js';

@Module({
  imports: [ReviewModule, PlanModule, CycleModule],
  controllers: [
    TodayController,
    SheetController,
    ApprovalController,
    SubmissionsController,
    ItemYearsController,
  ],
})
export class ReviewHttpModule {}
