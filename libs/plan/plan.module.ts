import { Module } from '@nestjs/common';
import { PlanSnapshotStore } from './difference/plan-snapshot.store.js';
import { AssignmentTable } from './exchange/assignment-table.js';
import { IndicatorSettingsTable } from './exchange/indicator-settings-table.js';
import { IdentityStore } from './identity/identity.store.js';
import { PlanImportService } from './plan-import.service.js';
import { PlanImportStore } from './plan-import.store.js';
import { PlanService } from './plan.service.js';
import { PlanStore } from './plan.store.js';

const OPEN = [PlanStore, PlanImportService, PlanService, AssignmentTable, IndicatorSettingsTable];

@Module({
  providers: [...OPEN, IdentityStore, PlanImportStore, PlanSnapshotStore],
  exports: OPEN,
})
export class PlanModule {}
