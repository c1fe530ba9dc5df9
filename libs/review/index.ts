import { AnnualTask, Approval, StageVersion, TaskStage } from './annual-task.entity.js';
import { Comment, Mention } from './comment/comment.entity.js';
import { Commitment, CommitmentAnswer } from './commitment.entity.js';
import { Evidence, EvidenceChunk } from './evidence/evidence.entity.js';

export const REVIEW_ENTITIES = [
  AnnualTask,
  TaskStage,
  StageVersion,
  Approval,
  Commitment,
  CommitmentAnswer,
  Evidence,
  EvidenceChunk,
  Comment,
  Mention,
] as const;

export { Commitment };
export { DecidedCommitmentStore } from './decided-commitment.store.js';
export type { DecidedCommitment, StoredCommitment } from './decided-commitment.store.js';
export { DistributionService, UndistributedTasksCheck } from './distribution.service.js';
export { ExchangeTables } from './exchange/exchange-tables.js';
export { ReviewHttpModule } from './review-http.module.js';
export {
  COUNTS,
  LATE,
  PLAN_ORDER,
  readable,
  SHEET_FROM,
  SHEET_JOINS,
  SUBJECT_JSON,
  TO_WRITE,
} from './sheet.sql.js';
export { stateSchema, subjectSchema } from './subject.schemas.js';
export { VacantSeatsCheck } from './vacant-seats.service.js';
export { ReviewJobsModule, ReviewModule } from './review.module.js';
export { ANSWERS } from './exchange/commitment-answer-table.js';
export { DIRECTIONS } from './exchange/sheet-columns.js';
