import { Letter, LetterTry, MailPreference, MailSetting, Notice } from './notice.entity.js';
import { ReminderRequest } from './reminder-request/reminder-request.entity.js';

export const NOTICE_ENTITIES = [
  Letter,
  LetterTry,
  MailPreference,
  MailSetting,
  Notice,
  ReminderRequest,
] as const;

export { DueLettersHealth } from './due-letters.health.js';
export { NoticeHttpModule } from './notice.http.js';
export { NoticeJobsModule } from './notice.module.js';
export { AtOnceLettersCheck } from './planning.handlers.js';
export { PlannedLettersCheck } from './send-letters.handler.js';
export { BounceModule, BounceService } from './ledger/bounce.service.js';
export type { BounceResult } from './ledger/bounce.service.js';
