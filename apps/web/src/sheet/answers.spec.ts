import { describe, expect, it } from '@jest/globals';
import type { Answers, Field, Sheet } from '../api';
import { confirmsWithOthers, fieldStatus, isAnswered, questionsOf, sameAnswer, takeOverOf } from './answers';

const field = (key: string, more: Partial<Field> = {}): Field => ({
  key,
  type: 'text',
  required: true,
  public: true,
  lengthGuide: null,
  carriedOver: false,
  choices: [],
  ...more,
});

describe('the answers of a sheet', () => {
  it('takes nothing over from last year until somebody confirms it', () => {
    const carried = field('factorsOutside', { carriedOver: true });
    const lastYear: Answers = { factorsOutside: '感染症の拡大' };
    expect(fieldStatus(carried, {}, lastYear)).toBe('unconfirmed');
    expect(fieldStatus(carried, { factorsOutside: '感染症の拡大' }, lastYear)).toBe('same');
    expect(fieldStatus(carried, { factorsOutside: '物価の上昇' }, lastYear)).toBe('changed');
    expect(fieldStatus(field('results'), {}, { results: '31事業で活用した。' })).toBe('empty');
    expect(fieldStatus(field('results'), { results: '38事業で活用した。' }, undefined)).toBe('filled');
  });

  it("lets a report on last year be copied and edited, but not confirmed as this year's", () => {
    const results = field('results');
    expect(takeOverOf(results)).toBe('copy');
    expect(takeOverOf(field('goal', { carriedOver: true }))).toBe('confirm');
    expect(takeOverOf(field('obstacles'))).toBe('copy');
    expect(takeOverOf(field('grade', { type: 'choice' }))).toBe('none');
    expect(confirmsWithOthers(field('goal', { carriedOver: true }))).toBe(true);
    expect(confirmsWithOthers(field('settledPersonYears', { carriedOver: true }))).toBe(false);
    const text: Answers = { results: '31事業で活用した。' };
    expect(fieldStatus(results, text, text)).toBe('filled');
  });

  it('knows when an answer says nothing', () => {
    expect([null, undefined, '', '  ', []].map(isAnswered)).toEqual([false, false, false, false, false]);
    expect(['0', 'none', [1], { reason: null }].map(isAnswered)).toEqual([true, true, true, true]);
  });

  it('compares by meaning', () => {
    expect(sameAnswer({ national: '0', general: '5' }, { general: '5', national: '0' })).toBe(true);
    expect(sameAnswer([11, 16], [16, 11])).toBe(false);
    expect(sameAnswer([{ name: '件数', value: null }], [{ name: '件数', value: '3' }])).toBe(false);
  });

  it('asks cost and person-years, grade and reason together', () => {
    const fields = [
      'results',
      'settledCost',
      'settledPersonYears',
      'grade',
      'gradeReason',
      'commitmentAnswers',
    ];
    const sheet = { fields: fields.map((key) => field(key)) } as unknown as Sheet;
    expect(questionsOf(sheet).map(({ kind, fields: asked }) => [kind, asked.map(({ key }) => key)])).toEqual([
      ['one', ['results']],
      ['settled', ['settledCost', 'settledPersonYears']],
      ['grade', ['grade', 'gradeReason']],
    ]);
  });
});
