export {
  DIRECTIONS,
  GROUNDS,
  KINDS,
  MILESTONES,
  NOT_JUDGED_REASONS,
  PARTICIPATIONS,
  SHOWN_STATUSES,
  STATUSES,
  TARGET_WORDS,
  WORST_FIRST,
} from './judgement.codes.js';
export type {
  Direction,
  Ground,
  IndicatorKind,
  JudgementStatus,
  Milestone,
  NotJudgedReason,
  Participation,
  ShownStatus,
  TargetWords,
} from './judgement.codes.js';
export type {
  BasisRow,
  CaseFields,
  CasePart,
  CompositeCase,
  Judgement,
  JudgementCase,
  JudgementTrace,
  MissingValue,
  PathPoint,
  Phrase,
  SingleCase,
  Target,
  YearValue,
} from './judgement.types.js';
export { STANDARD_RULE, checkRule, nextRuleVersion } from './standard-rule.rules.js';
export type { JudgementRule } from './standard-rule.rules.js';
export { explain, judge } from './judgement.rules.js';
export { partsOf } from './complete-case.rules.js';
export { expectedPath } from './expected-value.rules.js';
export { statusLabel } from './status-label.rules.js';
export type { BesideBadge, StatusLabel } from './status-label.rules.js';
export { judgeWithShare, shareOnTrack } from './share-on-track.rules.js';
export type { JudgedIndicator, ShareOnTrack, ShareOptions } from './share-on-track.rules.js';
export { participationShare } from './participation-share.rules.js';
export type { ItemParticipation, ParticipationShare } from './participation-share.rules.js';
export { dueActual, dueDataYear } from './due-actual.rules.js';
export type { Publication } from './due-actual.rules.js';
export { revisedCase } from './revised-target.rules.js';
export type { TargetRevision } from './revised-target.rules.js';
export { parseCases, parseCasesText } from './parse-cases.js';
