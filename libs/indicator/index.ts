import { IndicatorActual, JudgementRuleRow } from './indicator-actual.entity.js';

export const INDICATOR_ENTITIES = [IndicatorActual, JudgementRuleRow] as const;

export {
  ACTUAL_COLUMNS,
  CERTAINTIES,
  printedValue,
  REASONS,
  valueProblems,
} from './exchange/actual-columns.js';
export { INDICATOR_HISTORY_SPEC, IndicatorHistoryTable } from './exchange/indicator-history-table.js';
export { IndicatorHttpModule } from './indicator.http.js';
export { IndicatorModule } from './indicator.module.js';
export { expectedPointSchema, indicatorViewSchema, statusSchema } from './indicator.schemas.js';
export { IndicatorService } from './indicator.service.js';
export { IndicatorStore } from './indicator.store.js';
export type { ActualToConfirm, ActualToWrite, IndicatorSeries } from './indicator.store.js';
export type { IndicatorView } from './indicator-view.types.js';
export { STATUS_WORDS } from './status-words.js';
export type { YearEntered } from './year-to-show.rules.js';
export { valueDoubts } from './value-doubts.rules.js';
export { judge, participationShare, statusLabel } from './judgement/index.js';
export type { Judgement, JudgementCase } from './judgement/index.js';
export { parseCasesText } from './judgement/index.js';
