import { describe, expect, it } from '@jest/globals';
import { PHASES, STAGES, stagesOf } from './stage.codes.js';

describe('the stages of an annual task', () => {
  it('are the four of the year for an item', () => {
    expect(stagesOf('item', 'lead')).toEqual(['plan', 'do', 'check', 'act']);
  });

  it('are Plan, Do and Check for a supporting department, which decides nothing about the item', () => {
    expect(stagesOf('item', 'support')).toEqual(['plan', 'do', 'check']);
  });

  it('are Check for an indicator and Review for a section', () => {
    expect(stagesOf('indicator', 'lead')).toEqual(['check']);
    expect(stagesOf('section', 'lead')).toEqual(['review']);
  });

  it('are none for whoever supports an indicator or a section: an actual is entered once, a grade given once', () => {
    expect(stagesOf('indicator', 'support')).toEqual([]);
    expect(stagesOf('section', 'support')).toEqual([]);
  });

  it('are named in the order of the year, each once', () => {
    expect(STAGES).toEqual(['plan', 'do', 'check', 'act', 'review']);
    expect(new Set(PHASES).size).toBe(PHASES.length);
  });
});
