import { describe, it, expect } from '@jest/globals';
import { of } from './cases.for-spec.js';
import { dueActual, dueDataYear } from './due-actual.rules.js';

const yearly = { lag: 0, interval: 1, surveyYear: 2018 };
const late = { lag: 2, interval: 1, surveyYear: 2018 };
const everyFive = { lag: 1, interval: 5, surveyYear: 2015 };

describe('the newest value that is due', () => {
  it.each([
    [yearly, 2021, 2021],
    [late, 2021, 2019],
    [everyFive, 2021, 2020],
    [everyFive, 2020, 2015],
    [everyFive, 2025, 2020],
    [{ ...everyFive, surveyYear: 2025 }, 2021, 2020],
  ])('with %j in %i is that of %i', (publication, evaluated, year) => {
    expect(dueDataYear(publication, evaluated)).toBe(year);
  });

  it('is judged with its own year', () => {
    expect(dueActual([of('1', 2018), of('2', 2019)], late, 2021)).toEqual(of('2', 2019));
    expect(dueActual([of('1', 2015), of('2', 2020)], everyFive, 2023)).toEqual(of('2', 2020));
  });

  it('may have come before it was due', () => {
    expect(dueActual([of('2', 2019), of('3', 2020)], late, 2021)).toEqual(of('3', 2020));
    expect(dueActual([of('2', 2019), of('4', 2022)], late, 2021)).toEqual(of('2', 2019));
  });

  it('is not yet compiled only beyond that, and an older one is never carried forward', () => {
    expect(dueActual([of('1', 2018)], late, 2021)).toEqual({ reason: 'not_yet_compiled', year: 2019 });
    expect(dueActual([], yearly, 2021)).toEqual({ reason: 'not_yet_compiled', year: 2021 });
  });

  it('keeps the reason that was given for the due year', () => {
    const series = [of('1', 2020), { reason: 'survey_not_held' as const, year: 2021 }];
    expect(dueActual(series, yearly, 2021)).toEqual({ reason: 'survey_not_held', year: 2021 });
    expect(dueActual([of('5', 2021), ...series.slice(0, 1)], yearly, 2021)).toEqual(of('5', 2021));
    expect(dueActual([{ reason: 'program_ended', year: 2020 }, ...series], yearly, 2021)).toEqual(series[1]);
    expect(dueActual(series, { ...yearly, lag: 1 }, 2021)).toEqual(of('1', 2020));
  });
});
