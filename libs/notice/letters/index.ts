export { dailyLetter, isEmptyDailyLetter } from './daily-letter.js';
export { cycleSummary } from './cycle-summary.js';
export { handoverLetter, isEmptyHandover } from './handover-letter.js';
export { NOTHING_TO_TELL } from './daily-sections.js';
export { isEmptyManagerDigest, managerDigest } from './manager-digest.js';
export { passwordLetter } from './password-letter.js';
export type {
  CycleSummaryProps,
  DailyLetterProps,
  DueSheet,
  EscalatedSheet,
  HandoverLetterProps,
  HandoverPost,
  DecidedCommitment,
  LetterCommitment,
  LetterFrame,
  LetterIndicator,
  LetterRecipient,
  LetterSheet,
  LetterStage,
  LetterStatus,
  ManagerDigestProps,
  MovedStage,
  NextStage,
  OpenedStage,
  OverdueSheet,
  RenderedLetter,
  ReturnedSheet,
  SummarySection,
  WaitingSheet,
} from './letter.types.js';
