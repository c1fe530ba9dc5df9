import { Letter, Notice } from './notice.entity.js';

export const NOTICE_ENTITIES = [Letter, Notice] as const;

export { DueLettersHealth } from './due-letters.health.js';
export { NoticeHttpModule } from './notice.http.js';
export { NoticeJobsModule } from './notice.module.js';
export { PlannedLettersCheck } from './send-letters.job.js';
