import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { PlanModule } from '#plan';
import { CycleService } from './cycle.service.js';
import { CycleStore } from './cycle.store.js';
import { OpenReviewCyclesHandler } from './open-review-cycles.handler.js';

@Module({
  imports: [DirectoryModule, PlanModule],
  providers: [CycleStore, CycleService],
  exports: [CycleStore, CycleService],
})
export class CycleModule {}

@Module({ imports: [CycleModule], providers: [OpenReviewCyclesHandler] })
export class CycleJobsModule {}
