import { describe, expect, it } from '@jest/globals';
import { type StepSetting, stepsFor } from './approval-chain.rules.js';

const step = (kind: StepSetting['kind'], level: StepSetting['level'] = null): StepSetting => ({
  kind,
  level,
  departmentCode: kind === 'fixed_division' ? '010101' : null,
  workingDays: 5,
});
const MANAGER = step('post_level', 'divisionManager');
const DEPARTMENT = step('post_level', 'departmentManager');
const DIRECTOR = step('post_level', 'bureauDirector');
const COORDINATING = step('coordinating_division');
const PLANNING = step('fixed_division');

describe('the chain of a supporting sheet', () => {
  it('is the lead’s while that stays in the department’s own line', () => {
    expect(stepsFor('plan', 'support', [MANAGER])).toEqual([MANAGER]);
    expect(stepsFor('do', 'support', [MANAGER, DEPARTMENT])).toEqual([MANAGER, DEPARTMENT]);
  });

  it('ends before the coordinating division and does not go on behind it', () => {
    expect(stepsFor('check', 'support', [MANAGER, DEPARTMENT, COORDINATING])).toEqual([MANAGER, DEPARTMENT]);
    expect(stepsFor('check', 'support', [MANAGER, COORDINATING, DIRECTOR])).toEqual([MANAGER]);
    expect(stepsFor('check', 'support', [MANAGER, PLANNING])).toEqual([MANAGER]);
  });

  it('has its first step where the chain never stays in the own line: somebody must confirm it', () => {
    expect(stepsFor('check', 'support', [COORDINATING, DIRECTOR])).toEqual([COORDINATING]);
    expect(stepsFor('check', 'support', [])).toEqual([]);
  });

  it('is not that of a lead sheet, which goes all the way', () => {
    const all = [MANAGER, DEPARTMENT, COORDINATING, DIRECTOR, PLANNING];
    expect(stepsFor('act', 'lead', all)).toEqual(all);
    expect(stepsFor('review', 'lead', all)).toEqual(all);
  });
});
