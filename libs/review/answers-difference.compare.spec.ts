import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, differences, unchanged } from './answers-difference.rules.js';
import type { Answers } from './review.types.js';

const FORM = [
  { key: 'results', type: 'text' },
  { key: 'sdgGoals', type: 'sdgs' },
  { key: 'settledCost', type: 'money' },
  { key: 'grade', type: 'choice' },
] as const;

const LAST: Answers = { results: '開催した。', settledCost: '7960', grade: 'B' };

const anyAnswers: fc.Arbitrary<Answers> = fc
  .record(
    {
      results: fc.constantFrom('あ', 'い', '', ' ', null),
      sdgGoals: fc.constantFrom<number[] | null>([11], [11, 17], [], null),
      settledCost: fc.constantFrom('0', '1', null),
      grade: fc.constantFrom('A' as const, 'B' as const, null),
    },
    { requiredKeys: [] },
  )
  .map((given): Answers => given);

describe('what differs between two years, or two versions', () => {
  it('is named with before and after, in the order of the form', () => {
    expect(differences(FORM, LAST, { grade: 'A', results: '拡げた。', settledCost: '7960' })).toEqual([
      { field: 'results', type: 'text', before: '開催した。', after: '拡げた。' },
      { field: 'grade', type: 'choice', before: 'B', after: 'A' },
    ]);
  });

  it('is every answer where there is no year before, and every answer gone where there is none after', () => {
    expect(differences(FORM, null, { grade: 'A' })).toEqual([
      { field: 'grade', type: 'choice', before: null, after: 'A' },
    ]);
    expect(differences(FORM, { grade: 'A' }, null)).toEqual([
      { field: 'grade', type: 'choice', before: 'A', after: null },
    ]);
    expect(differences(FORM, null, null)).toEqual([]);
  });

  it('is not a blank where nothing was written before', () => {
    expect(differences(FORM, {}, { results: '', sdgGoals: [] })).toEqual([]);
    expect(differences(FORM, { results: ' \n' }, {})).toEqual([]);
    expect(differences(FORM, { results: '開催した。' }, { results: '' })).toEqual([
      { field: 'results', type: 'text', before: '開催した。', after: null },
    ]);
  });

  it('is not what no field of the form asks for', () => {
    expect(differences(FORM, {}, { goal: '増やす。' })).toEqual([]);
  });

  it('leaves as unchanged what was answered and stayed as it was', () => {
    expect(unchanged(FORM, LAST, { ...LAST, grade: 'A', results: '開催した。' })).toEqual([
      { field: 'results', type: 'text', value: '開催した。' },
      { field: 'settledCost', type: 'money', value: '7960' },
    ]);
    expect(unchanged(FORM, null, null)).toEqual([]);
    expect(unchanged(FORM, { results: '' }, { results: '' })).toEqual([]);
  });

  it('holds every answer in one of both lists, never in two', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (before, after) => {
        const changed = differences(FORM, before, after).map((c) => c.field);
        const same = unchanged(FORM, before, after).map((c) => c.field);
        expect(changed.filter((field) => same.includes(field))).toEqual([]);
        const answered = differences(FORM, null, after).map((c) => c.field);
        expect([...changed, ...same]).toEqual(expect.arrayContaining(answered));
        expect(
          differences(FORM, after, before).map(({ before: was, after: is, ...rest }) => ({
            ...rest,
            before: is,
            after: was,
          })),
        ).toEqual(differences(FORM, before, after));
        expect(differences(FORM, before, before)).toEqual([]);
      }),
    );
  });
});

describe('two values that say the same', () => {
  it('are equal whatever the order of their keys', () => {
    expect(canonical({ b: [1, { d: '2', c: null }], a: true })).toBe('{"a":true,"b":[1,{"c":null,"d":"2"}]}');
    expect(canonical({ a: '1', b: undefined })).toBe(canonical({ a: '1' }));
    expect(canonical(undefined)).toBe(canonical(null));
  });

  it('differ in the order of a list, and in text that only looks alike', () => {
    expect(canonical([1, 2])).not.toBe(canonical([2, 1]));
    expect(canonical('1')).not.toBe(canonical(1));
    expect(canonical({ a: 'x","b":"y' })).not.toBe(canonical({ a: 'x', b: 'y' }));
  });

  it('are exactly those that are equal as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        const [a, b] = [one, other].map((value): unknown => JSON.parse(JSON.stringify(value)));
        expect(canonical(one) === canonical(other)).toBe(isDeepStrictEqual(a, b));
        expect(isDeepStrictEqual(JSON.parse(canonical(one)), a)).toBe(true);
      }),
    );
  });
});
