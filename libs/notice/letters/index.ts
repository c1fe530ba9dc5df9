export { dailyLetter, isEmptyDailyLetter } from './daily-letter.js';
export { isEmptyManagerDigest, managerDigest } from './manager-digest.js';
export { passwordLetter } from './password-letter.js';
export { SAMPLE_LETTERS } from './sample-letters.js';
export type { SampleLetter } from './sample-letters.js';
export type {
  DailyLetterProps,
  DueSheet,
  LetterCommitment,
  LetterFrame,
  LetterIndicator,
  LetterOffice,
  LetterRecipient,
  LetterSheet,
  LetterStage,
  ManagerDigestProps,
  OpenedStage,
  OverdueSheet,
  RenderedLetter,
  ReturnedSheet,
  WaitingSheet,
} from './letter.types.js';
