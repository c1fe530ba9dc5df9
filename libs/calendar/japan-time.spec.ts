import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween } from './calendar-date.js';
import { fiscalYearOf } from './fiscal-year.js';
import { japanDate, japanHour, japanInstant } from './japan-time.js';

// The expectations are fixed, so that the same run under any TZ proves that the machine's zone has no say.
describe('Japan time', () => {
  it.each([
    ['2022-03-31T14:59:59.999Z', '2022-03-31', 23, 2021],
    ['2022-03-31T15:00:00.000Z', '2022-04-01', 0, 2022],
    ['2022-04-01T14:59:59.999Z', '2022-04-01', 23, 2022],
    ['2022-04-01T15:00:00.000Z', '2022-04-02', 0, 2022],
    ['2024-02-28T15:00:00.000Z', '2024-02-29', 0, 2023],
    ['2024-02-29T15:00:00.000Z', '2024-03-01', 0, 2023],
    ['2021-12-31T15:00:00.000Z', '2022-01-01', 0, 2021],
    // Summer time begins and ends in New York on these days.
    ['2022-03-13T06:59:59.000Z', '2022-03-13', 15, 2021],
    ['2022-11-06T05:30:00.000Z', '2022-11-06', 14, 2022],
  ])('%s is %s, hour %i, fiscal year %i', (instant, date, hour, year) => {
    expect(japanDate(new Date(instant))).toBe(date);
    expect(japanHour(new Date(instant))).toBe(hour);
    expect(fiscalYearOf(japanDate(new Date(instant)))).toBe(year);
  });

  it('finds the instant of a time of day', () => {
    expect(japanInstant('2022-04-01', 0, 0).toISOString()).toBe('2022-03-31T15:00:00.000Z');
    expect(japanInstant('2022-04-01', 8, 30).toISOString()).toBe('2022-03-31T23:30:00.000Z');
    expect(japanInstant('2022-05-30', 23, 59).toISOString()).toBe('2022-05-30T14:59:00.000Z');
  });

  it.each([
    [24, 0],
    [-1, 0],
    [8, 60],
    [8.5, 0],
  ])('has no %i:%i', (hour, minute) => {
    expect(() => japanInstant('2022-04-01', hour, minute)).toThrow(RangeError);
  });

  it('agrees with the time zone data for 10,000 instants', () => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Tokyo',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const instant = fc.date({
      min: new Date('1970-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        const [date, time] = parts.format(at).split(' ');
        expect(japanDate(at)).toBe(date);
        expect(japanHour(at)).toBe(Number(time?.slice(0, 2)));
      }),
      { numRuns: 10_000 },
    );
  });

  it('goes to an instant and back', () => {
    const instant = fc.date({
      min: new Date('1970-01-02T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        const start = japanInstant(japanDate(at), japanHour(at), 0);
        expect(at.getTime() - start.getTime()).toBeGreaterThanOrEqual(0);
        expect(at.getTime() - start.getTime()).toBeLessThan(3_600_000);
        expect(daysBetween(japanDate(at), japanDate(new Date(at.getTime() + 86_400_000)))).toBe(1);
      }),
    );
  });
});
