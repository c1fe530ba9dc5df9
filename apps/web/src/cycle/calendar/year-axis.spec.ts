import { describe, expect, it } from '@jest/globals';
import { workingDays } from '../move-dates';
import { longHolidays, monthBands, percentOf, yearAxis } from './year-axis';

const HOLIDAYS = [
  '2022-04-29',
  '2022-05-03',
  '2022-05-04',
  '2022-05-05',
  '2022-12-29',
  '2022-12-30',
  '2023-01-02',
  '2023-01-03',
];

describe('the calendar of a fiscal year', () => {
  const axis = yearAxis(2022);
  const isWorking = workingDays(HOLIDAYS);

  it('runs from April to March', () => {
    expect(axis.days).toBe(365);
    expect(percentOf(axis, '2022-04-01')).toBe(0);
    expect(percentOf(axis, '2024-01-01')).toBe(100);
  });

  it('counts the working days of each month', () => {
    expect(
      monthBands(axis, isWorking)
        .map((month) => month.workingDays)
        .slice(0, 2),
    ).toEqual([20, 19]);
  });

  it('finds Golden Week and the turn of the year, and no plain weekend', () => {
    expect(longHolidays(axis, isWorking)).toEqual([
      { from: '2022-04-29', to: '2022-05-05' },
      { from: '2022-12-29', to: '2023-01-03' },
    ]);
  });
});
