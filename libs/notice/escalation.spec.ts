import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, compareDates, WorkingCalendar } from '#calendar';
import { escalationsOn } from './escalation.rules.js';

const hall = new WorkingCalendar();
const dueBy = (today: string, level: number, working = hall): string | undefined =>
  escalationsOn(today, working).find((one) => one.level === level)?.dueBy;

/** Whether what was due on a day is told to a level on another. */
const tells = (due: string, today: string, level: number): boolean =>
  compareDates(due, dueBy(today, level) ?? '') <= 0;

describe('an escalation', () => {
  it('goes up on the third working day after the due date, and again after five more', () => {
    // 31 May 2022 is a Tuesday.
    expect(tells('2022-05-31', '2022-06-02', 1)).toBe(false);
    expect(tells('2022-05-31', '2022-06-03', 1)).toBe(true);
    expect(tells('2022-05-31', '2022-06-09', 2)).toBe(false);
    expect(tells('2022-05-31', '2022-06-10', 2)).toBe(true);
  });

  it('does not count the holidays of May', () => {
    // After Monday, 2 May come three holidays: 6 May, 9 May and 10 May are the three days.
    expect(tells('2022-05-02', '2022-05-09', 1)).toBe(false);
    expect(tells('2022-05-02', '2022-05-10', 1)).toBe(true);
  });

  it('does not count a closure of the city', () => {
    const closed = new WorkingCalendar(['2022-06-01']);
    expect(dueBy('2022-06-03', 1)).toBe('2022-05-31');
    expect(dueBy('2022-06-03', 1, closed)).toBe('2022-05-30');
  });

  it('counts from a due date on a closed day as from the working day before', () => {
    expect(tells('2022-05-28', '2022-05-31', 1)).toBe(false);
    expect(tells('2022-05-28', '2022-06-01', 1)).toBe(true);
  });

  it('falls on the day that the calendar counts, whatever is due', () => {
    const day = fc.nat({ max: 365 * 8 }).map((n) => addDays('2017-01-01', n));
    fc.assert(
      fc.property(day, fc.constantFrom([1, 3] as const, [2, 8] as const), (due, [level, days]) => {
        const first = hall.addWorkingDays(due, days);
        expect(tells(due, first, level)).toBe(true);
        expect(tells(due, addDays(first, -1), level)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});
