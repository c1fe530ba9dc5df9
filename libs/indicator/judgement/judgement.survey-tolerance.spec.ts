import { describe, it, expect } from '@jest/globals';
import { aCase, of } from './cases.for-spec.js';
import { judge } from './judgement.rules.js';

const survey = { survey: true };
const status = (...fields: Parameters<typeof aCase>) => judge(aCase(...fields)).status;

describe('the tolerance of a survey', () => {
  it('turns behind into flat under 3 points, and only under', () => {
    expect(status({ ...survey, actual: of('42.9', 2021) })).toBe('flat');
    expect(status({ ...survey, actual: of('43.0', 2021) })).toBe('behind');
  });

  it('turns worse into flat under 3 points, and only under', () => {
    expect(status({ ...survey, actual: of('37.1', 2021) })).toBe('flat');
    expect(status({ ...survey, actual: of('37.0', 2021) })).toBe('worse');
  });

  it('never touches on_track, mostly_on_track or achieved', () => {
    const gentle = { ...survey, targets: [of('42.0', 2023)] };
    expect(status({ ...gentle, actual: of('42.0', 2021) })).toBe('achieved');
    expect(status({ ...gentle, actual: of('41.2', 2021) })).toBe('on_track');
    expect(status({ ...gentle, actual: of('41.0', 2021) })).toBe('mostly_on_track');
    expect(status({ ...gentle, actual: of('40.5', 2021) })).toBe('flat');
  });

  it("may be the indicator's own", () => {
    expect(status({ ...survey, tolerance: '1.5', actual: of('41.5', 2021) })).toBe('behind');
    expect(status({ ...survey, tolerance: '1.5', actual: of('41.4', 2021) })).toBe('flat');
    expect(status({ ...survey, tolerance: '0', actual: of('40.1', 2021) })).toBe('behind');
  });

  it('counts only for surveys', () => {
    expect(status({ tolerance: '5', actual: of('41.0', 2021) })).toBe('behind');
    expect(status({ survey: false, tolerance: '5', actual: of('39.0', 2021) })).toBe('worse');
  });

  it('applies to a missed floor on both sides of the baseline', () => {
    const floor = { ...survey, targets: [{ value: '60.0', year: 2023, floor: true }] };
    expect(status({ ...floor, actual: of('42.9', 2021) })).toBe('flat');
    expect(status({ ...floor, actual: of('43.0', 2021) })).toBe('behind');
    expect(status({ ...floor, actual: of('37.1', 2023) })).toBe('flat');
    expect(status({ ...floor, actual: of('37.0', 2023) })).toBe('worse');
  });

  it('compares with the rounded actual', () => {
    expect(status({ ...survey, actual: of('42.96', 2021) })).toBe('behind');
    expect(status({ ...survey, actual: of('42.94', 2021) })).toBe('flat');
  });
});
