import { describe, it, expect } from '@jest/globals';
import { DomainError } from '#errors';
import { judge } from './judgement.rules.js';
import { parseCases, parseCasesText } from './parse-cases.js';

const good = {
  id: '1',
  direction: 'up',
  kind: 'level',
  decimals: 1,
  baseline: { value: '43.8', year: 2018 },
  targets: [{ value: '50.0', year: 2023 }],
  actual: { value: '47.5', year: 2021 },
};

function refusalOf(input: unknown): DomainError {
  try {
    parseCases(input);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Field and code of everything that is wrong with one case. */
function wrong(fields: Record<string, unknown>): readonly (readonly [string, string])[] {
  return refusalOf([{ ...good, ...fields }]).places.map(({ code, field }) => [field ?? '', code]);
}

describe('reading cases', () => {
  it('takes a case as it is and leaves unknown fields alone', () => {
    const cases = parseCases([{ ...good, name: '市民参画', unit: '%' }]);
    expect(cases).toEqual([good]);
    expect(cases.map((given) => judge(given).status)).toEqual(['on_track']);
  });

  it('takes every field of the form', () => {
    const full = {
      ...good,
      survey: true,
      tolerance: '3',
      targets: [
        { value: '45.0', year: 2020, floor: true },
        { value: '50.0', year: 2023 },
      ],
      annualTargets: [{ value: '44.0', year: 2019 }],
      history: [{ value: '44.6', year: 2019 }],
      parts: [{ id: 'men' }, { id: 'women', actual: { reason: 'survey_not_held', year: 2021 } }],
    };
    expect(parseCases([full])).toEqual([full]);
  });

  it('takes words, milestones and missing baselines', () => {
    const words = { ...good, targetWords: '減少', targets: [{ value: null, year: 2023 }] };
    const milestone = {
      id: 'm',
      kind: 'milestone',
      targets: [{ year: 2023 }],
      actual: { value: '着手', year: 2021 },
    };
    const cases = parseCases([words, milestone, { ...good, baseline: null }]);
    expect(cases.map((given) => judge(given).status)).toEqual(['on_track', 'on_track', 'not_judged']);
  });

  it('reads null as absent, a tolerance that is a number, and an id that is one', () => {
    const [given] = parseCases([
      { ...good, id: 7, survey: true, tolerance: 2.5, parts: null, targetWords: null },
    ]);
    expect(given).toEqual({ ...good, id: '7', survey: true, tolerance: '2.5' });
    expect(
      parseCases([{ ...good, actual: { value: null, reason: 'program_ended', year: 2021 } }])[0]?.actual,
    ).toEqual({
      reason: 'program_ended',
      year: 2021,
    });
  });

  it('lets a composite leave to its parts what they say themselves', () => {
    const { actual, baseline, ...shared } = good;
    const cases = parseCases([
      {
        ...shared,
        parts: [
          { actual, baseline },
          { actual, baseline: null },
        ],
      },
    ]);
    expect(cases.map((given) => judge(given))).toMatchObject([
      { status: 'not_judged', reason: 'no_baseline' },
    ]);
  });

  it.each(['0', '-0.5', '+7', '.5', '5.', '007.50', '1'.repeat(40)])('takes %j for a number', (value) => {
    expect(parseCases([{ ...good, actual: { value, year: 2021 } }])).toHaveLength(1);
  });

  it('keeps order and repeated ids, and takes an empty list', () => {
    expect(parseCases([good, { ...good, decimals: 0 }, good]).map(({ decimals }) => decimals)).toEqual([
      1, 0, 1,
    ]);
    expect(parseCases([])).toEqual([]);
  });
});

describe('refusing cases', () => {
  it.each([
    [{ direction: 'sideways' }, 'direction', 'judge.bad_direction'],
    [{ direction: undefined }, 'direction', 'judge.missing'],
    [{ kind: 'ratio' }, 'kind', 'judge.bad_kind'],
    [{ kind: null }, 'kind', 'judge.missing'],
    [{ decimals: 1.5 }, 'decimals', 'judge.bad_decimals'],
    [{ decimals: -1 }, 'decimals', 'judge.bad_decimals'],
    [{ decimals: '1' }, 'decimals', 'judge.bad_decimals'],
    [{ decimals: undefined }, 'decimals', 'judge.missing'],
    [{ survey: 'yes' }, 'survey', 'judge.bad_flag'],
    [{ tolerance: '-3' }, 'tolerance', 'judge.bad_tolerance'],
    [{ tolerance: '3 points' }, 'tolerance', 'judge.bad_tolerance'],
    [{ tolerance: true }, 'tolerance', 'judge.bad_tolerance'],
    [{ baseline: undefined }, 'baseline', 'judge.missing'],
    [{ baseline: '43.8' }, 'baseline', 'judge.bad_entry'],
    [{ baseline: { value: '-', year: 2018 } }, 'baseline.value', 'judge.bad_decimal'],
    [{ baseline: { value: '43.8', year: 'H30' } }, 'baseline.year', 'judge.bad_year'],
    [{ targets: undefined }, 'targets', 'judge.missing'],
    [{ targets: [] }, 'targets', 'judge.no_target'],
    [{ targets: { value: '50.0', year: 2023 } }, 'targets', 'judge.bad_list'],
    [{ targets: [{ value: null, year: 2023 }] }, 'targets[0].value', 'judge.no_target'],
    [{ targets: [{ value: '50.0', year: 20.5 }] }, 'targets[0].year', 'judge.bad_year'],
    [{ targets: [{ value: '50.0', year: 2023, floor: 'yes' }] }, 'targets[0].floor', 'judge.bad_flag'],
    [{ targetWords: '減る' }, 'targetWords', 'judge.bad_words'],
    [{ targetWords: '減少' }, 'targets', 'judge.words_and_number'],
    [{ annualTargets: [{ value: '1,000', year: 2019 }] }, 'annualTargets[0].value', 'judge.bad_decimal'],
    [{ history: [{ value: '１０', year: 2019 }] }, 'history[0].value', 'judge.bad_decimal'],
    [{ history: 'none' }, 'history', 'judge.bad_list'],
    [{ actual: undefined }, 'actual', 'judge.missing'],
    [{ actual: null }, 'actual', 'judge.missing'],
    [{ actual: { year: 2021 } }, 'actual', 'judge.no_value_no_reason'],
    [{ actual: { value: '1', reason: 'program_ended', year: 2021 } }, 'actual', 'judge.value_and_reason'],
    [{ actual: { reason: 'forgotten', year: 2021 } }, 'actual.reason', 'judge.bad_reason'],
    [{ actual: { value: '47.5' } }, 'actual.year', 'judge.bad_year'],
    [{ actual: { value: 47.5, year: 2021 } }, 'actual.value', 'judge.bad_decimal'],
    [{ kind: 'milestone', actual: { value: '半分', year: 2021 } }, 'actual.value', 'judge.bad_milestone'],
    [{ id: undefined }, 'id', 'judge.missing'],
    [{ id: ' ' }, 'id', 'judge.bad_id'],
    [{ parts: [{ actual: { value: 'x', year: 2021 } }] }, 'parts[0].actual.value', 'judge.bad_decimal'],
    [{ parts: [{}, { parts: [{ decimals: 99 }] }] }, 'parts[1].parts[0].decimals', 'judge.bad_decimals'],
    [{ parts: ['men'] }, 'parts[0]', 'judge.not_a_case'],
  ])('%j', (fields, field, code) => {
    expect(wrong(fields)).toEqual([[field, code]]);
  });

  it.each([
    '',
    ' 1',
    '1e3',
    '0x10',
    'NaN',
    'Infinity',
    '1,5',
    '--1',
    '1.2.3',
    '.',
    '+',
    '９',
    '1'.repeat(41),
  ])('does not take %j for a number', (value) => {
    expect(wrong({ actual: { value, year: 2021 } })).toEqual([['actual.value', 'judge.bad_decimal']]);
  });

  it('a year that stands twice, a total in words, several targets beside a word', () => {
    const twice = [
      { value: '1', year: 2019 },
      { value: '2', year: 2019 },
    ];
    expect(wrong({ history: twice })).toEqual([['history[1].year', 'judge.year_twice']]);
    expect(wrong({ targets: twice })).toEqual([['targets[1].year', 'judge.year_twice']]);
    const words = { targetWords: '増加', targets: [{ value: null, year: 2023 }] };
    expect(wrong({ ...words, kind: 'plan_total' })).toEqual([['targetWords', 'judge.total_in_words']]);
    const several = [...words.targets, { value: null, year: 2025 }];
    expect(wrong({ ...words, targets: several })).toEqual([['targets', 'judge.words_and_number']]);
  });

  it('names case, position, field and what stood there, for all mistakes at once', () => {
    const { code, kind, params, places } = refusalOf([
      good,
      { ...good, id: 'sdgs', direction: 'north', actual: { value: 'n/a', year: 2021 } },
      { ...good, id: undefined, baseline: { value: '?', year: 2018 } },
      'no case',
    ]);
    expect({ code, kind, params }).toEqual({
      code: 'judge.bad_case',
      kind: 'invalid',
      params: { count: 4, case: 'sdgs', field: 'direction' },
    });
    expect(places).toEqual([
      {
        field: 'direction',
        row: 2,
        code: 'judge.bad_direction',
        params: { case: 'sdgs', field: 'direction', value: 'north' },
      },
      { field: 'id', row: 3, code: 'judge.missing', params: { case: '#3', field: 'id', value: '' } },
      {
        field: 'baseline.value',
        row: 3,
        code: 'judge.bad_decimal',
        params: { case: '#3', field: 'baseline.value', value: '?' },
      },
      {
        field: 'parts',
        row: 4,
        code: 'judge.case_is_no_object',
        params: { case: '#4', field: 'parts', value: '' },
      },
    ]);
  });

  it('shortens what stood there', () => {
    const place = refusalOf([{ ...good, direction: 'x'.repeat(500) }]).places[0];
    expect(place?.params?.['value']).toBe(`${'x'.repeat(60)}…`);
  });

  it.each([[null], [{}], ['[]'], [good], [42]])('what is no list: %j', (input) => {
    expect(refusalOf(input)).toMatchObject({ code: 'judge.not_a_list', places: [] });
  });

  it('parts that lie deeper than any plan prints, instead of being followed to the end', () => {
    let deep: object = { id: 'bottom' };
    for (let level = 0; level < 5000; level += 1) deep = { id: `${level}`, parts: [deep] };
    expect(refusalOf([deep]).places).toMatchObject([{ field: 'parts', code: 'judge.too_deep' }]);
  });

  it('a text that is no JSON', () => {
    expect(() => parseCasesText('id,direction')).toThrow(
      expect.objectContaining({ code: 'judge.not_json', places: [] }),
    );
    expect(parseCasesText(JSON.stringify([good]))).toEqual([good]);
  });
});
