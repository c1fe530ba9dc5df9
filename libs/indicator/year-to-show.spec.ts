import { describe, expect, it } from '@jest/globals';
import { yearToShow } from './year-to-show.rules.js';

describe('the year that is shown to whoever names none', () => {
  it.each([
    { entered: 0, all: 10, shown: 2020 },
    { entered: 4, all: 10, shown: 2020 },
    { entered: 5, all: 10, shown: 2021 },
    { entered: 10, all: 10, shown: 2021 },
    { entered: 1, all: 3, shown: 2020 },
    { entered: 2, all: 3, shown: 2021 },
    { entered: 0, all: 0, shown: 2020 },
  ])('is $shown when $entered of $all actuals of 2021 are entered', ({ shown, ...year }) => {
    expect(yearToShow(2021, year, { entered: 5, all: 10 })).toBe(shown);
  });

  it('is the first year of a plan, however little is known of it', () => {
    expect(yearToShow(2021, { entered: 0, all: 10 }, { entered: 0, all: 0 })).toBe(2021);
  });

  it('is not a year of which as little is known', () => {
    expect(yearToShow(2021, { entered: 4, all: 10 }, { entered: 1, all: 10 })).toBe(2021);
  });
});
