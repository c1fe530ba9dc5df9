import { describe, expect, it } from '@jest/globals';
import { lastDayOfMonth, WorkingCalendar } from '#calendar';
import { dateProblems, standardDates } from './cycle-dates.rules.js';
import { PHASES, STAGES } from './stage.codes.js';

const YEARS = Array.from({ length: 40 }, (_, at) => 2005 + at);

describe('the usual calendar of a fiscal year', () => {
  it('begins with Plan on 1 April and ends with the section review in June of the next year', () => {
    expect(standardDates(2022).stages).toEqual([
      { stage: 'plan', draftsFrom: '2022-04-01', opensOn: '2022-04-01', dueOn: '2022-04-30' },
      { stage: 'do', draftsFrom: '2022-10-01', opensOn: '2022-10-01', dueOn: '2022-10-31' },
      { stage: 'check', draftsFrom: '2023-03-01', opensOn: '2023-04-01', dueOn: '2023-05-31' },
      { stage: 'act', draftsFrom: '2023-06-01', opensOn: '2023-06-01', dueOn: '2023-06-15' },
      { stage: 'review', draftsFrom: '2023-06-15', opensOn: '2023-06-15', dueOn: '2023-06-30' },
    ]);
  });

  it('goes on with settlement, management, council, opinions, publication and the budget', () => {
    expect(standardDates(2022).phases).toEqual([
      { phase: 'settlement', opensOn: '2023-07-01', dueOn: '2023-07-15' },
      { phase: 'management', opensOn: '2023-07-01', dueOn: '2023-07-31' },
      { phase: 'council', opensOn: '2023-08-20', dueOn: '2023-08-20' },
      { phase: 'external', opensOn: '2023-08-01', dueOn: '2023-08-31' },
      { phase: 'publication', opensOn: '2023-09-01', dueOn: '2023-09-30' },
      { phase: 'reflection', opensOn: '2023-10-01', dueOn: '2024-02-29' },
    ]);
  });

  it('is read-only after the fiscal year in which it was evaluated', () => {
    expect(standardDates(2022).closesOn).toBe('2024-03-31');
  });

  it('ends the reflection with February, however long it is', () => {
    for (const year of YEARS) {
      const due = standardDates(year).phases.find((p) => p.phase === 'reflection')?.dueOn ?? '';
      expect(due).toBe(lastDayOfMonth(`${year + 2}-02-01`));
    }
  });

  it('has every stage and phase once and can be used as it stands, every year', () => {
    for (const year of YEARS) {
      const dates = standardDates(year);
      expect(dates.stages.map((s) => s.stage)).toEqual(STAGES);
      expect(dates.phases.map((p) => p.phase)).toEqual(PHASES);
      expect(dateProblems(dates, new WorkingCalendar())).toEqual([]);
    }
  });

  it('lets two years overlap: Check of one while Plan of the next is open', () => {
    const check = standardDates(2021).stages.find((s) => s.stage === 'check');
    const plan = standardDates(2022).stages.find((s) => s.stage === 'plan');
    expect(check?.opensOn).toBe(plan?.opensOn);
  });
});
