import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, WorkingCalendar } from '#calendar';
import { effectiveStages, type StageDates, standardDates } from './cycle-dates.rules.js';

const hall = new WorkingCalendar();

const due = (dueOn: string, working = hall): string | undefined =>
  effectiveStages([{ stage: 'plan', draftsFrom: dueOn, opensOn: dueOn, dueOn }], working)[0]?.effectiveDueOn;

describe('dates that fall on a closed day', () => {
  it.each([
    ['2022-04-28', '2022-04-28', 'a Thursday'],
    ['2022-04-30', '2022-05-02', 'a Saturday'],
    ['2022-05-03', '2022-05-06', 'three holidays'],
    ['2019-04-30', '2019-05-07', 'the ten days of the accession'],
    ['2022-12-29', '2023-01-04', 'the year-end closure'],
    ['2023-01-02', '2023-01-04', 'the year-end closure, from within'],
    ['2023-12-29', '2024-01-04', 'the closure with a weekend inside'],
  ])('a due date on %s counts on %s (%s)', (nominal, effective) => {
    expect(due(nominal)).toBe(effective);
  });

  it('pass the days that the city closes besides', () => {
    expect(due('2022-04-30', new WorkingCalendar(['2022-05-02']))).toBe('2022-05-06');
  });

  it('leave the window as it was decided and tell of the opening on the next working day', () => {
    const [plan] = effectiveStages(standardDates(2023).stages, hall);
    expect(plan).toEqual({
      stage: 'plan',
      draftsFrom: '2023-04-01',
      opensOn: '2023-04-01',
      dueOn: '2023-04-30',
      effectiveOpensOn: '2023-04-03',
      effectiveDueOn: '2023-05-01',
    });
  });

  it('move to the first working day from them on, and a stage is never due before it opens', () => {
    const stage = fc
      .tuple(fc.nat({ max: 365 * 40 }), fc.nat({ max: 60 }))
      .map(([first, length]): StageDates => {
        const opensOn = addDays('2000-01-01', first);
        return { stage: 'do', draftsFrom: opensOn, opensOn, dueOn: addDays(opensOn, length) };
      });
    fc.assert(
      fc.property(fc.array(stage, { maxLength: 3 }), (stages) => {
        const moved = effectiveStages(stages, hall);
        expect(moved).toMatchObject(stages);
        for (const { opensOn, dueOn, effectiveOpensOn, effectiveDueOn } of moved) {
          expect(compareDates(effectiveOpensOn, effectiveDueOn)).toBeLessThanOrEqual(0);
          for (const [from, to] of [
            [opensOn, effectiveOpensOn],
            [dueOn, effectiveDueOn],
          ] as const) {
            expect(hall.isWorkingDay(to)).toBe(true);
            for (let day = from; day < to; day = addDays(day, 1)) expect(hall.isWorkingDay(day)).toBe(false);
          }
        }
      }),
    );
  });
});
