import { Module } from '@nestjs/common';
import { AssignmentTable } from './exchange/assignment-table.js';
import { IndicatorSettingsTable } from './exchange/indicator-settings-table.js';
import { PlanImportStore } from './plan-import.store.js';
import { PlanService } from './plan.service.js';
import { PlanStore } from './plan.store.js';

@Module({
  providers: [PlanStore, PlanImportStore, PlanService, AssignmentTable, IndicatorSettingsTable],
  exports: [PlanStore, PlanService, AssignmentTable, IndicatorSettingsTable],
})
export class PlanModule {}
