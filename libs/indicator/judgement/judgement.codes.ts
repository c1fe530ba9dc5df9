/** The printed status of an indicator; a code never changes, only its label depends on the year. */
export const STATUSES = [
  'not_judged',
  'achieved',
  'on_track',
  'mostly_on_track',
  'flat',
  'behind',
  'worse',
] as const;
export type JudgementStatus = (typeof STATUSES)[number];

/** What a year shows of an indicator: its status, or that its actual is still to come. Follows from what is entered. */
export const SHOWN_STATUSES = [...STATUSES, 'awaited'] as const;
export type ShownStatus = (typeof SHOWN_STATUSES)[number];

/** Worst first: among the parts of a composite indicator the first one found here decides. */
export const WORST_FIRST = ['worse', 'flat', 'behind', 'mostly_on_track', 'on_track', 'achieved'] as const;

/** Which way is better. `maintain` means: at or above the target. */
export const DIRECTIONS = ['up', 'down', 'maintain'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a value of the indicator is; `plan_total` is a year's own number of a total over the plan. */
export const KINDS = ['level', 'yearly_count', 'running_total', 'plan_total', 'milestone'] as const;
export type IndicatorKind = (typeof KINDS)[number];

/** A target printed as a word instead of a number. */
export const TARGET_WORDS = ['減少', '増加', '維持'] as const;
export type TargetWords = (typeof TARGET_WORDS)[number];

/** How far something that is set up or drawn up has come. */
export const MILESTONES = ['未着手', '検討', '着手', '完了'] as const;
export type Milestone = (typeof MILESTONES)[number];

/** Why there is no judgement. The first four are stored with the year; the last two follow from the case. */
export const NOT_JUDGED_REASONS = [
  'survey_not_held',
  'not_yet_compiled',
  'program_ended',
  'definition_changed',
  'too_early',
  'no_baseline',
] as const;
export type NotJudgedReason = (typeof NOT_JUDGED_REASONS)[number];

/** Citizen participation in an item: none, PI (public involvement) or 協働. */
export const PARTICIPATIONS = ['none', 'pi', 'collaboration'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];

/** The one line of the rules that decided the status. */
export const GROUNDS = [
  'no_value',
  'too_early',
  'no_baseline',
  'at_target',
  'at_expected',
  'at_expected_by_rounding',
  'pace_mostly',
  'equals_baseline',
  'within_tolerance',
  'pace_behind',
  'worse_than_baseline',
  'kept',
  'missed_but_better',
  'missed',
  'words_better',
  'milestone_done',
  'milestone_moving',
  'milestone_not_started',
  'milestone_late',
] as const;
export type Ground = (typeof GROUNDS)[number];
