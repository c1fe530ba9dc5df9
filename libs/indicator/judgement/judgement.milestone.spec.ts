import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';

const milestone = {
  kind: 'milestone' as const,
  decimals: 0,
  baseline: null,
  targets: [{ value: null, year: 2023 }],
};

describe('a milestone', () => {
  it.each([
    ['完了', 2021, 'achieved'],
    ['着手', 2021, 'on_track'],
    ['検討', 2021, 'on_track'],
    ['未着手', 2021, 'flat'],
    ['完了', 2023, 'achieved'],
    ['着手', 2023, 'behind'],
    ['検討', 2023, 'behind'],
    ['未着手', 2023, 'behind'],
    ['完了', 2024, 'achieved'],
    ['着手', 2024, 'behind'],
  ])('%s in %i is %s, without a percentage and without a baseline', (value, year, status) => {
    expect(judged(aCase({ ...milestone, actual: of(value, year) }))).toEqual({ status, ...BLANK });
  });

  it('has no E to give when the actual is missing', () => {
    expect(judged(aCase({ ...milestone, actual: { reason: 'program_ended', year: 2021 } }))).toEqual({
      status: 'not_judged',
      reason: 'program_ended',
      ...BLANK,
    });
  });

  it('is too early in the year of a baseline, if it has one', () => {
    const given = aCase({ ...milestone, baseline: of('未着手', 2018), actual: of('着手', 2018) });
    expect(judged(given)).toEqual({ status: 'not_judged', reason: 'too_early', ...BLANK });
  });

  it('refuses any other word', () => {
    expect(() => judged(aCase({ ...milestone, actual: of('70%', 2021) }))).toThrow(
      expect.objectContaining({ code: 'judge.bad_milestone' }),
    );
  });
});
