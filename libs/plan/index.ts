import { Assignment } from './assignment.entity.js';
import { Indicator, IndicatorTarget } from './indicator.entity.js';
import { BasicPolicy, Plan, Program, ProgramItem, Section } from './plan.entity.js';

export { Assignment, Indicator, Plan, ProgramItem, Section };
export const PLAN_ENTITIES = [
  Plan,
  Section,
  BasicPolicy,
  Program,
  ProgramItem,
  Indicator,
  IndicatorTarget,
  Assignment,
] as const;

export { AssignmentTable } from './exchange/assignment-table.js';
export { IndicatorSettingsTable } from './exchange/indicator-settings-table.js';
export { PlanHttpModule } from './plan.http.js';
export { PlanModule } from './plan.module.js';
export { planItemSchema } from './plan.schemas.js';
export { PlanImportService } from './plan-import.service.js';
export { PlanService } from './plan.service.js';
export { PlanStore, totalsOf } from './plan.store.js';
export type { PlanRow } from './plan.store.js';
export { readPlan, toReport } from './reading/index.js';
export type { PlanReport } from './reading/index.js';
