import { Module } from '@nestjs/common';
import { DirectoryModule } from '#directory';
import { PlanModule } from '#plan';
import { CycleAudit } from './cycle.audit.js';
import { CycleTurnService } from './cycle-turn.service.js';
import { CycleService } from './cycle.service.js';
import { CycleStore } from './cycle.store.js';
import { DueExtensionStore } from './due-extension.store.js';
import { OpenReviewCyclesHandler } from './open-review-cycles.handler.js';
import { cycleStatesWithoutWayOut, unreachableCycleStates } from './review-cycle.states.js';

@Module({
  imports: [DirectoryModule, PlanModule],
  providers: [CycleAudit, CycleStore, DueExtensionStore, CycleService, CycleTurnService],
  exports: [CycleStore, CycleService, CycleTurnService],
})
export class CycleModule {
  constructor() {
    const lost = unreachableCycleStates();
    if (lost.length > 0) throw new Error(`cycle: no way leads to ${lost.join(', ')}`);
    const stuck = cycleStatesWithoutWayOut();
    if (stuck.length > 0) throw new Error(`cycle: no way leads out of ${stuck.join(', ')}`);
  }
}

@Module({ imports: [CycleModule], providers: [OpenReviewCyclesHandler] })
export class CycleJobsModule {}
