import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, lastDayOfMonth, WorkingCalendar } from '#calendar';
import { type CycleDates, dateProblems, shiftDates, standardDates } from './cycle-dates.rules.js';
import { STAGES } from './stage.codes.js';

/** A calendar all of whose dates are one date. */
const only = (date: string): CycleDates => ({
  stages: [{ stage: 'plan', draftsFrom: date, opensOn: date, dueOn: date }],
  phases: [{ phase: 'council', opensOn: date, dueOn: date }],
  closesOn: date,
});

/** Where one date goes; every date of a calendar goes the same way. */
function carried(date: string, years: number): string {
  const { stages, phases, closesOn } = shiftDates(only(date), years);
  expect({ stages, phases, closesOn }).toEqual(only(closesOn));
  return closesOn;
}

const date = fc.integer({ min: 0, max: 365 * 60 }).map((days) => addDays('1985-01-01', days));
const years = fc.integer({ min: -10, max: 10 });

/** A planner's own calendar that can be used. */
const usable = fc
  .tuple(date, fc.array(fc.nat({ max: 80 }), { minLength: 15, maxLength: 15 }), fc.nat({ max: 400 }))
  .map(([first, steps, late]): CycleDates => {
    const days = steps.map((_, at) =>
      addDays(
        first,
        steps.slice(0, at + 1).reduce((sum, n) => sum + n, 0),
      ),
    );
    const day = (at: number): string => days[at] ?? first;
    const stages = STAGES.map((stage, n) => ({
      stage,
      draftsFrom: day(3 * n),
      opensOn: day(3 * n + 1),
      dueOn: day(3 * n + 2),
    }));
    return { stages, phases: [], closesOn: addDays(day(14), 40 + late) };
  });

describe('a calendar carried to another year', () => {
  it('keeps month and day', () => {
    expect(shiftDates(standardDates(2022), 1)).toEqual(standardDates(2023));
    expect(shiftDates(standardDates(2023), -5)).toEqual(standardDates(2018));
  });

  it.each([
    ['2023-02-28', 1, '2024-02-29'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-28', 1, '2025-02-28'],
    ['2024-02-27', 1, '2025-02-27'],
    ['2023-04-30', 1, '2024-04-30'],
    ['2023-05-30', 1, '2024-05-30'],
    ['2023-05-31', 1, '2024-05-31'],
    ['2023-12-31', 2, '2025-12-31'],
  ])('%s, %i year on, is %s', (from, by, to) => {
    expect(carried(from, by)).toBe(to);
  });

  it('turns the end of a month into the end of that month and nothing else moves', () => {
    fc.assert(
      fc.property(date, years, (from, by) => {
        const to = carried(from, by);
        expect(Number(to.slice(0, 4))).toBe(Number(from.slice(0, 4)) + by);
        expect(to.slice(5, 7)).toBe(from.slice(5, 7));
        if (from === lastDayOfMonth(from)) expect(to).toBe(lastDayOfMonth(to));
        else expect(to.slice(8)).toBe(from.slice(8));
      }),
    );
  });

  it('keeps what is earlier earlier, never later', () => {
    fc.assert(
      fc.property(date, date, years, (one, other, by) => {
        const [first, second] = compareDates(one, other) <= 0 ? [one, other] : [other, one];
        expect(compareDates(carried(first, by), carried(second, by))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('comes back after four years there and four years back', () => {
    fc.assert(fc.property(date, (from) => expect(carried(carried(from, 4), -4)).toBe(from)));
  });

  it('can still be used when it could be used before', () => {
    const working = new WorkingCalendar();
    fc.assert(
      fc.property(usable, fc.integer({ min: -3, max: 3 }), (dates, by) => {
        expect(dateProblems(dates, working)).toEqual([]);
        expect(dateProblems(shiftDates(dates, by), working)).toEqual([]);
      }),
    );
  });
});
