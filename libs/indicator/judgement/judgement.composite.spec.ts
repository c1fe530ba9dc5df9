import { describe, it, expect } from '@jest/globals';
import { BLANK, aCase, judged, of } from './cases.for-spec.js';
import { explain, judge } from './judgement.rules.js';
import type { CompositeCase } from './judgement.types.js';

function composite(...values: readonly (string | null)[]): CompositeCase {
  const parts = values.map((value, at) => ({
    id: `part-${at + 1}`,
    actual: value === null ? { reason: 'survey_not_held' as const, year: 2021 } : of(value, 2021),
  }));
  return { ...aCase({ id: 'whole' }), parts };
}

describe('a composite indicator', () => {
  it.each([
    [['60.0', '52.0'], 'on_track'],
    [['52.0', '47.2'], 'mostly_on_track'],
    [['47.2', '47.1'], 'behind'],
    [['47.1', '40.0'], 'flat'],
    [['40.0', '39.0'], 'worse'],
    [['39.0', '60.0'], 'worse'],
    [['60.0', '60.0'], 'achieved'],
  ])('of %j is %s: the worst decides', (values, status) => {
    expect(judge(composite(...values)).status).toBe(status);
  });

  it('shows the numbers of the part that decided, under its own id', () => {
    const trace = explain(composite('60.0', '41.0'));
    expect(trace.judgement).toMatchObject({ id: 'whole', expected: '52.0', progress: '5.0', pace: '8.3' });
    expect(trace).toMatchObject({ decidingPart: 'part-2', ground: 'pace_behind' });
    expect(trace.parts?.map(({ judgement }) => [judgement.id, judgement.status])).toEqual([
      ['part-1', 'achieved'],
      ['part-2', 'behind'],
    ]);
  });

  it('is not judged when one part is not, with its reason', () => {
    expect(judged(composite('39.0', null))).toEqual({
      ...BLANK,
      status: 'not_judged',
      reason: 'survey_not_held',
      expected: '52.0',
    });
  });

  it("lets the fields of a part win over the parent's and inherits the rest", () => {
    const whole: CompositeCase = {
      id: 'life',
      direction: 'up',
      kind: 'level',
      decimals: 2,
      targets: [of('81.00', 2023)],
      parts: [
        { id: 'men', baseline: of('80.00', 2018), actual: of('80.80', 2021) },
        { id: 'women', baseline: of('86.00', 2018), targets: [of('87.00', 2023)], actual: of('86.50', 2021) },
      ],
    };
    expect(explain(whole).parts?.map(({ judgement }) => [judgement.expected, judgement.status])).toEqual([
      ['80.60', 'on_track'],
      ['86.60', 'mostly_on_track'],
    ]);
  });

  it('replaces an inherited word by a number, and an inherited number by a word', () => {
    const words = { targets: [{ value: null, year: 2023 }], targetWords: '増加' as const };
    const numbers = explain({ ...aCase(words), parts: [{ targets: [of('60.0', 2023)] }, {}] });
    expect(numbers.parts?.map(({ judgement }) => judgement.expected)).toEqual(['52.0', null]);
    const word = explain({ ...aCase(), parts: [{ targetWords: '増加' }, {}] });
    expect(word.parts?.map(({ judgement }) => judgement.expected)).toEqual([null, '52.0']);
    const later = explain({ ...aCase(words), parts: [{ targets: [{ value: null, year: 2021 }] }, {}] });
    expect(later.parts?.map(({ judgement }) => judgement.status)).toEqual(['achieved', 'on_track']);
  });

  it('takes the last target year of the parent for a word of its own', () => {
    const targets = [of('60.0', 2023), of('50.0', 2021)];
    const [part] = explain({ ...aCase({ targets }), parts: [{ targetWords: '増加' }] }).parts ?? [];
    expect(part).toMatchObject({ targetYear: 2023, judgement: { status: 'on_track', expected: null } });
  });

  it('names parts without an id after their place, and goes down to parts of parts', () => {
    const nested: CompositeCase = {
      ...aCase({ id: 'w' }),
      parts: [{}, { parts: [{ actual: of('39.0', 2021) }, { id: 'x' }] }],
    };
    const trace = explain(nested);
    expect(trace.parts?.map(({ judgement }) => judgement.id)).toEqual(['w/1', 'w/2/1', 'x']);
    expect(trace.judgement).toMatchObject({ id: 'w', status: 'worse' });
  });

  it('with an empty list of parts is a single case', () => {
    expect(explain({ ...aCase(), parts: [] })).toEqual(explain(aCase()));
  });

  it('names the missing field of a part that inherits none', () => {
    const given: CompositeCase = {
      id: 'w',
      direction: 'up',
      kind: 'level',
      decimals: 1,
      baseline: null,
      targets: [of('60.0', 2023)],
      parts: [{ actual: of('50.0', 2021) }, {}],
    };
    expect(() => judge(given)).toThrow(
      expect.objectContaining({
        code: 'judge.bad_case',
        places: [
          {
            field: 'parts[1].actual',
            code: 'judge.missing',
            params: { case: 'w/2', field: 'parts[1].actual' },
          },
        ],
      }),
    );
  });
});
