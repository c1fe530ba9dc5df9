import { Module } from '@nestjs/common';
import { CycleModule } from '#cycle';
import { IndicatorModule } from '#indicator';
import { PlanModule } from '#plan';
import { ActualEntryController } from './actual-entry/actual-entry.http.js';
import { ActualEntryService } from './actual-entry/actual-entry.service.js';
import { ActualEntryStore } from './actual-entry/actual-entry.store.js';
import { ApprovalController } from './approval.http.js';
import { CommentController, MentionController } from './comment/comment.http.js';
import { EvidenceController } from './evidence/evidence.http.js';
import { HandoverController } from './handover/handover.http.js';
import { HandoverService } from './handover/handover.service.js';
import { HandoverStore } from './handover/handover.store.js';
import { ReviewModule } from './review.module.js';
import { SheetController, TodayController } from './sheet.http.js';
import { StandInDecisionsController } from './stand-in/stand-in-decisions.http.js';
import { StandInDecisionsService } from './stand-in/stand-in-decisions.service.js';
import { StandInDecisionsStore } from './stand-in/stand-in-decisions.store.js';
import { ItemYearsController, SubmissionsController } from './submissions.http.js';

@Module({
  imports: [ReviewModule, PlanModule, CycleModule, IndicatorModule],
  controllers: [
    TodayController,
    SheetController,
    EvidenceController,
    CommentController,
    MentionController,
    ApprovalController,
    SubmissionsController,
    ItemYearsController,
    HandoverController,
    StandInDecisionsController,
    ActualEntryController,
  ],
  providers: [
    HandoverService,
    HandoverStore,
    StandInDecisionsService,
    StandInDecisionsStore,
    ActualEntryService,
    ActualEntryStore,
  ],
})
export class ReviewHttpModule {}
