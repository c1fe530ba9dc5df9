import { describe, expect, it } from '@jest/globals';
import { type ChainStepSetting, stagesWithoutChain, standardChain } from './chain.rules.js';
import { STAGES } from './stage.codes.js';

const written = ({ kind, level, departmentCode }: ChainStepSetting): string =>
  kind === 'coordinating_division' ? '局主管課' : (level ?? departmentCode ?? '?');

/** The usual chains by stage, as the table of the year prints them. */
const chains = (planningCode: string | null) =>
  STAGES.map((stage) => [
    stage,
    standardChain(planningCode)
      .filter((step) => step.stage === stage)
      .map(written)
      .join(' → '),
  ]);

describe('the usual chain', () => {
  it('is longer the more a stage decides', () => {
    expect(chains('010101')).toEqual([
      ['plan', 'divisionManager'],
      ['do', 'divisionManager'],
      ['check', 'divisionManager → departmentManager → 局主管課'],
      ['act', 'divisionManager → departmentManager → 局主管課 → bureauDirector → 010101'],
      ['review', 'divisionManager → bureauDirector → 010101'],
    ]);
  });

  it('ends with the director where the city has no planning division yet', () => {
    expect(chains(null).slice(3)).toEqual([
      ['act', 'divisionManager → departmentManager → 局主管課 → bureauDirector'],
      ['review', 'divisionManager → bureauDirector'],
    ]);
  });

  it('gives every step five working days, and a level or a division, never both', () => {
    for (const step of standardChain('010101')) {
      expect(step.workingDays).toBe(5);
      expect(step.level !== null).toBe(step.kind === 'post_level');
      expect(step.departmentCode !== null).toBe(step.kind === 'fixed_division');
    }
  });

  it('leaves no stage without somebody who confirms', () => {
    expect(stagesWithoutChain(standardChain(null))).toEqual([]);
    expect(stagesWithoutChain([])).toEqual(STAGES);
    expect(stagesWithoutChain(standardChain(null).filter((step) => step.stage !== 'do'))).toEqual(['do']);
  });
});
