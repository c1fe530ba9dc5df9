import { Module } from '@nestjs/common';
import { CycleModule } from '#cycle';
import { DirectoryModule } from '#directory';
import { IndicatorModule } from '#indicator';
import { PlanModule } from '#plan';
import { ApprovalService } from './approval.service.js';
import { ApprovalStore } from './approval.store.js';
import { CommentService } from './comment/comment.service.js';
import { CommentStore } from './comment/comment.store.js';
import { MentionStore } from './comment/mention.store.js';
import { CommitmentStore } from './commitment.store.js';
import { ComputedIndicator } from './computed-indicator.js';
import { DecidedCommitmentStore } from './decided-commitment.store.js';
import {
  DistributeAnnualTasksHandler,
  DistributionService,
  UndistributedTasksCheck,
} from './distribution.service.js';
import { DepartmentTodayStore } from './department-today.store.js';
import { DistributionStore } from './distribution.store.js';
import { EvidenceService } from './evidence/evidence.service.js';
import { EvidenceStore } from './evidence/evidence.store.js';
import { ActualHistoryStore } from './exchange/actual-history.store.js';
import { ActualHistoryTable } from './exchange/actual-history-table.js';
import { CommitmentAnswerStore } from './exchange/commitment-answer.store.js';
import { CommitmentAnswerTable } from './exchange/commitment-answer-table.js';
import { ExchangeTables } from './exchange/exchange-tables.js';
import { HistoryCycles } from './exchange/history-cycles.js';
import { ImportedSheetStore } from './exchange/imported-sheet.store.js';
import { SectionHistoryStore } from './exchange/section-history.store.js';
import { SectionHistoryTable } from './exchange/section-history-table.js';
import { SheetHistoryStore } from './exchange/sheet-history.store.js';
import { SheetHistoryTable } from './exchange/sheet-history-table.js';
import { GradingService } from './grading.service.js';
import { ItemYearsStore } from './item-years.store.js';
import { QueueService } from './queue.service.js';
import { QueueStore } from './queue.store.js';
import { SheetReader } from './sheet-reader.js';
import { SheetService } from './sheet.service.js';
import { SheetStore } from './sheet.store.js';
import { SubmissionService } from './submission.service.js';
import { SubmissionsStore } from './submissions.store.js';
import { TodayService } from './today.service.js';
import { TodayStore } from './today.store.js';
import { VacantSeatsCheck } from './vacant-seats.service.js';
import { statesWithoutWayOut, unreachableStates } from './task-stage.states.js';

const PARTS = [
  ActualHistoryStore,
  ActualHistoryTable,
  ApprovalService,
  ApprovalStore,
  CommentService,
  CommentStore,
  CommitmentAnswerStore,
  CommitmentAnswerTable,
  CommitmentStore,
  ComputedIndicator,
  DecidedCommitmentStore,
  DepartmentTodayStore,
  DistributionService,
  DistributionStore,
  EvidenceService,
  EvidenceStore,
  ExchangeTables,
  GradingService,
  HistoryCycles,
  ImportedSheetStore,
  ItemYearsStore,
  MentionStore,
  QueueService,
  QueueStore,
  SectionHistoryStore,
  SectionHistoryTable,
  SheetHistoryStore,
  SheetHistoryTable,
  SheetReader,
  SheetService,
  SheetStore,
  SubmissionService,
  SubmissionsStore,
  TodayService,
  TodayStore,
];

@Module({
  imports: [DirectoryModule, PlanModule, CycleModule, IndicatorModule],
  providers: PARTS,
  exports: PARTS,
})
export class ReviewModule {
  constructor() {
    const lost = unreachableStates();
    if (lost.length > 0) throw new Error(`review: no way leads to ${lost.join(', ')}`);
    const stuck = statesWithoutWayOut();
    if (stuck.length > 0) throw new Error(`review: no way leads out of ${stuck.join(', ')}`);
  }
}

@Module({
  imports: [ReviewModule, DirectoryModule],
  providers: [DistributeAnnualTasksHandler, UndistributedTasksCheck, VacantSeatsCheck],
  exports: [UndistributedTasksCheck, VacantSeatsCheck],
})
export class ReviewJobsModule {}
