import type { Level } from '#directory';
import { STAGES, type Stage } from './stage.codes.js';

/** Levels that confirm sheets. */
export type ApprovingLevel = Exclude<Level, 'member' | 'executive'>;

export interface ChainStepSetting {
  readonly stage: Stage;
  readonly kind: 'post_level' | 'coordinating_division' | 'fixed_division';
  readonly level: ApprovingLevel | null;
  readonly departmentCode: string | null;
  readonly workingDays: number;
}

const DAYS = 5;
const level = (stage: Stage, name: ApprovingLevel): ChainStepSetting => ({
  stage,
  kind: 'post_level',
  level: name,
  departmentCode: null,
  workingDays: DAYS,
});
const coordinating = (stage: Stage): ChainStepSetting => ({
  stage,
  kind: 'coordinating_division',
  level: null,
  departmentCode: null,
  workingDays: DAYS,
});
const fixed = (stage: Stage, code: string): ChainStepSetting => ({
  stage,
  kind: 'fixed_division',
  level: null,
  departmentCode: code,
  workingDays: DAYS,
});

/** The usual chains (課長 / 課長 → 部長 → 局主管課 / … → 局長 → 企画課); a setting of the cycle. */
export function standardChain(planningDivisionCode: string | null): ChainStepSetting[] {
  const planning = (stage: Stage): ChainStepSetting[] =>
    planningDivisionCode ? [fixed(stage, planningDivisionCode)] : [];
  return [
    level('plan', 'divisionManager'),
    level('do', 'divisionManager'),
    level('check', 'divisionManager'),
    level('check', 'departmentManager'),
    coordinating('check'),
    level('act', 'divisionManager'),
    level('act', 'departmentManager'),
    coordinating('act'),
    level('act', 'bureauDirector'),
    ...planning('act'),
    level('review', 'divisionManager'),
    level('review', 'bureauDirector'),
    ...planning('review'),
  ];
}

/** Stages whose chain is empty: nobody would ever confirm their sheets. */
export const stagesWithoutChain = (chain: readonly ChainStepSetting[]): Stage[] =>
  STAGES.filter((stage) => !chain.some((step) => step.stage === stage));
