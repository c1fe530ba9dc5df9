import { describe, expect, it } from '@jest/globals';
import { WorkingCalendar } from '#calendar';
import { type CycleDates, dateProblems, type StageDates, standardDates } from './cycle-dates.rules.js';
import type { Stage } from './stage.codes.js';

const usual = standardDates(2022);
const problems = (dates: Partial<CycleDates>) => dateProblems({ ...usual, ...dates }, new WorkingCalendar());

/** The usual stages, one of them changed. */
const stages = (stage: Stage, change: Partial<StageDates>): StageDates[] =>
  usual.stages.map((s) => (s.stage === stage ? { ...s, ...change } : s));

describe('dates a planner cannot save', () => {
  it('are due before they open', () => {
    expect(problems({ stages: stages('do', { dueOn: '2022-09-30' }) })).toEqual([
      { field: 'stages.do.dueOn', code: 'cycle.due_before_opening' },
    ]);
    expect(
      problems({ phases: [{ phase: 'management', opensOn: '2023-07-02', dueOn: '2023-07-01' }] }),
    ).toEqual([{ field: 'phases.management.dueOn', code: 'cycle.due_before_opening' }]);
  });

  it('are not those that open and fall due on one day', () => {
    expect(problems({ stages: stages('do', { dueOn: '2022-10-01' }) })).toEqual([]);
    expect(problems({ phases: [{ phase: 'council', opensOn: '2023-08-20', dueOn: '2023-08-20' }] })).toEqual(
      [],
    );
  });

  it('accept drafts only after the stage has opened', () => {
    expect(problems({ stages: stages('check', { draftsFrom: '2023-04-02' }) })).toEqual([
      { field: 'stages.check.draftsFrom', code: 'cycle.drafts_after_opening' },
    ]);
    expect(problems({ stages: stages('check', { draftsFrom: '2023-04-01' }) })).toEqual([]);
  });

  it('leave a stage out, or have a stage or phase twice', () => {
    expect(problems({ stages: usual.stages.filter((s) => s.stage !== 'act') })).toEqual([
      { field: 'stages.act', code: 'cycle.missing_stage' },
    ]);
    expect(problems({ stages: [...usual.stages, ...usual.stages.slice(1, 2)] })).toEqual([
      { field: 'stages.do', code: 'cycle.doubled' },
    ]);
    expect(problems({ phases: [...usual.phases, ...usual.phases.slice(3, 4)] })).toEqual([
      { field: 'phases.external', code: 'cycle.doubled' },
    ]);
  });

  it('are not those without the phases a city does not have', () => {
    expect(problems({ phases: [] })).toEqual([]);
  });

  it('close the year before a stage is due, said once however many stages that cuts off', () => {
    expect(problems({ closesOn: '2023-05-30' })).toEqual([{ field: 'closesOn', code: 'cycle.closes_early' }]);
    expect(problems({ closesOn: '2023-06-29' })).toEqual([{ field: 'closesOn', code: 'cycle.closes_early' }]);
    expect(problems({ closesOn: '2023-06-30' })).toEqual([]);
  });

  it('close the year on a weekend on which the last stage is due, for it then counts on Monday', () => {
    const review = stages('review', { dueOn: '2023-07-01' });
    expect(problems({ stages: review, closesOn: '2023-07-02' })).toEqual([
      { field: 'closesOn', code: 'cycle.closes_early' },
    ]);
    expect(problems({ stages: review, closesOn: '2023-07-03' })).toEqual([]);
  });

  it('are all named at once', () => {
    const wrong = stages('plan', { dueOn: '2022-03-31', draftsFrom: '2022-04-02' });
    expect(problems({ stages: wrong, closesOn: '2022-01-01' }).map((p) => p.field)).toEqual([
      'stages.plan.dueOn',
      'stages.plan.draftsFrom',
      'closesOn',
    ]);
  });
});
