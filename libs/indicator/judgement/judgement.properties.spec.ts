import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { aCase, judged, of } from './cases.for-spec.js';
import { STATUSES, WORST_FIRST } from './judgement.codes.js';
import { explain, judge } from './judgement.rules.js';
import type { CaseFields, SingleCase, YearValue } from './judgement.types.js';
import { parseCases } from './parse-cases.js';

const runs = { numRuns: 500 };

/** Tenths, so that ties with baseline, target and expected value are common. */
const value = fc.integer({ min: -200, max: 200 }).map((tenths) => (tenths / 10).toFixed(1));
const year = fc.integer({ min: 2016, max: 2026 });
const entries = fc.uniqueArray(fc.record({ value, year }), { selector: (entry) => entry.year, maxLength: 4 });

/** A numeric case of any shape; whether it can be judged is part of the game. */
const numeric: fc.Arbitrary<SingleCase> = fc
  .record({
    direction: fc.constantFrom('up' as const, 'down' as const, 'maintain' as const),
    kind: fc.constantFrom(
      'level' as const,
      'yearly_count' as const,
      'running_total' as const,
      'plan_total' as const,
    ),
    decimals: fc.integer({ min: 0, max: 2 }),
    survey: fc.boolean(),
    baseline: fc.option(fc.record({ value, year }), { nil: null, freq: 8 }),
    targets: fc.uniqueArray(fc.record({ value, year, floor: fc.boolean() }), {
      selector: (entry) => entry.year,
      minLength: 1,
      maxLength: 3,
    }),
    annualTargets: entries,
    history: entries,
    actual: fc.record({ value, year }),
  })
  .map((fields) => aCase(fields));

function withActual(given: SingleCase, next: string): SingleCase {
  return { ...given, actual: { value: next, year: given.actual.year } };
}

function rank(given: SingleCase): number {
  const { status } = judge(given);
  return status === 'not_judged' ? -1 : WORST_FIRST.indexOf(status);
}

function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

function mirrored(given: SingleCase): SingleCase {
  const flip = (entry: YearValue): YearValue => ({ ...entry, value: negated(entry.value) });
  return {
    ...given,
    direction: given.direction === 'up' ? 'down' : 'up',
    baseline: given.baseline === null ? null : flip(given.baseline),
    targets: given.targets.map((target) => ({
      ...target,
      value: target.value === null ? null : negated(target.value),
    })),
    annualTargets: (given.annualTargets ?? []).map(flip),
    history: (given.history ?? []).map(flip),
    actual: 'reason' in given.actual ? given.actual : flip(given.actual),
  };
}

describe('for any numbers', () => {
  it('there is always exactly one status, and it can be read again', () => {
    fc.assert(
      fc.property(numeric, (given) => {
        const result = judge(given);
        expect(STATUSES).toContain(result.status);
        expect('reason' in result).toBe(result.status === 'not_judged');
        for (const printed of [result.progress, result.need, result.pace]) {
          if (printed !== null) expect(printed).toMatch(/^(?!-0\.0$)-?\d+\.\d$/);
        }
        expect(parseCases(JSON.parse(JSON.stringify([given])))).toEqual([given]);
      }),
      runs,
    );
  });

  it('a better value never has a worse status', () => {
    fc.assert(
      fc.property(numeric, value, value, (given, one, other) => {
        const [low, high] = Number(one) <= Number(other) ? [one, other] : [other, one];
        const [worse, better] = given.direction === 'down' ? [high, low] : [low, high];
        const ranks = [rank(withActual(given, worse)), rank(withActual(given, better))];
        const neverJudged = ranks.includes(-1) && given.baseline !== null;
        expect(neverJudged ? ranks.every((one) => one === -1) : (ranks[0] ?? 0) <= (ranks[1] ?? 0)).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('lower is better is the mirror of higher is better', () => {
    fc.assert(
      fc.property(
        numeric.filter(({ direction, kind }) => direction !== 'maintain' && kind !== 'milestone'),
        (given) => {
          const { expected, ...result } = judged(given);
          const { expected: flipped, ...mirror } = judged(mirrored(given));
          expect(mirror).toEqual(result);
          expect(Number(flipped ?? 'NaN')).toEqual(expected === null ? NaN : 0 - Number(expected));
        },
      ),
      runs,
    );
  });

  it('the way a decimal is written changes nothing', () => {
    const rewrite = (entry: YearValue): YearValue => {
      const [sign, digits] = entry.value.startsWith('-') ? ['-', entry.value.slice(1)] : ['+', entry.value];
      return { ...entry, value: `${sign}00${digits}000` };
    };
    fc.assert(
      fc.property(numeric, (given) => {
        const fields: Partial<CaseFields> = {
          baseline: given.baseline === null ? null : rewrite(given.baseline),
          targets: given.targets.map((target) =>
            target.value === null ? target : { ...target, ...rewrite({ ...target, value: target.value }) },
          ),
          annualTargets: (given.annualTargets ?? []).map(rewrite),
          history: (given.history ?? []).map(rewrite),
          actual: 'reason' in given.actual ? given.actual : rewrite(given.actual),
        };
        expect(judge({ ...given, ...fields })).toEqual(judge(given));
      }),
      runs,
    );
  });

  it('the order of targets, annual targets and history changes nothing', () => {
    fc.assert(
      fc.property(numeric, (given) => {
        const turned = {
          ...given,
          targets: given.targets.toReversed(),
          annualTargets: (given.annualTargets ?? []).toReversed(),
          history: (given.history ?? []).toReversed(),
        };
        expect(explain(turned)).toEqual(explain(given));
      }),
      runs,
    );
  });

  it('a missing actual has the same E as any actual of that year', () => {
    fc.assert(
      fc.property(
        numeric.filter(({ baseline }) => baseline !== null),
        (given) => {
          const without = {
            ...given,
            actual: { reason: 'survey_not_held' as const, year: given.actual.year },
          };
          expect(judge(without).expected).toBe(judge(given).expected);
        },
      ),
      runs,
    );
  });

  it('the same number is judged the same in any unit', () => {
    const hundredth = (text: string) => (Number(text) / 100).toFixed(3);
    fc.assert(
      fc.property(value, value, value, fc.integer({ min: 2019, max: 2024 }), (from, to, now, at) => {
        const points = aCase({ baseline: of(from, 2018), targets: [of(to, 2023)], actual: of(now, at) });
        const shares = aCase({
          decimals: 3,
          baseline: of(hundredth(from), 2018),
          targets: [of(hundredth(to), 2023)],
          actual: of(hundredth(now), at),
        });
        // Only the printed decimals of E differ.
        const [one, other] = [judged(points), judged(shares)].map((result) => ({
          ...result,
          expected: 'any',
        }));
        expect(other).toEqual(one);
      }),
      runs,
    );
  });
});
