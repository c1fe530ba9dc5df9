import {
  ChainStep,
  CyclePhase,
  CycleStage,
  DueChange,
  DueExtension,
  ReviewCycle,
} from './review-cycle.entity.js';

export { ReviewCycle };
export const CYCLE_ENTITIES = [
  ReviewCycle,
  CycleStage,
  CyclePhase,
  ChainStep,
  DueExtension,
  DueChange,
] as const;

export type { ChainStepSetting } from './chain.rules.js';
export { CycleHttpModule } from './cycle.http.js';
export { CycleJobsModule, CycleModule } from './cycle.module.js';
export { cycleViewSchema, stageSchema } from './cycle.schemas.js';
export { CycleService } from './cycle.service.js';
export { CycleTurnService } from './cycle-turn.service.js';
export { CycleStore } from './cycle.store.js';
export type { CycleRow } from './cycle.store.js';
export { formOf, GRADES, SHEET_FIELDS } from './sheet-fields.rules.js';
export type { FieldType, SheetField } from './sheet-fields.rules.js';
export { STAGES, stagesOf } from './stage.codes.js';
export type { AssignmentRole, Stage, SubjectKind } from './stage.codes.js';
