export { readPlan } from './read-plan.js';
export { toReport } from './report.js';
export type { PlanReport, ReportedIndicator, ReportedSection } from './report.js';
export type {
  Direction,
  IndicatorKind,
  IndicatorReading,
  ItemReading,
  OtherPartReading,
  ParentReading,
  PlanReading,
  PlanTotals,
  PolicyReading,
  ProgramReading,
  QuestionParams,
  QuestionReading,
  SectionNumber,
  SectionReading,
  TargetReading,
} from './plan-reading.types.js';
export type { QuestionCode } from './question-texts.js';
