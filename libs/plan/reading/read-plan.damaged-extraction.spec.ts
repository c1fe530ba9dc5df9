import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const reading = readPlan(fixture('extracted'));
const [harbour, town] = reading.sections;

describe('a text taken out of a PDF', () => {
  it('passes over table of contents, page numbers and repeated page headings', () => {
    expect(reading.sections.map(({ number, title, line }) => [number, title, line])).toEqual([
      [1, '港を生かす', 6],
      [2, '町を歩く', 36],
    ]);
  });

  it('finds part headings whose letters stand apart', () => {
    expect(harbour?.background).toBe(
      '潮見港の荷は十年で三割減りました。荷を戻すには、航路を増やすとともに、倉庫を新しくする必要があります。',
    );
    expect(harbour?.policies.map((policy) => policy.text)).toEqual(['航路を増やします。']);
  });

  it('joins an indicator name that was printed on two lines, and asks', () => {
    expect(reading.indicators[0]).toMatchObject({
      name: '港で扱う荷の量',
      unit: '万t',
      baseline: '820',
      target: '1000',
    });
    expect(reading.questions.find((question) => question.code === 'plan.name_joined')?.line).toBe(18);
  });

  it('mends characters that only look like kanji', () => {
    expect(reading.indicators[1]?.name).toBe('港を知っている市民の割合');
  });

  it('closes a bracket that runs over the line, and an item that runs over the page', () => {
    expect(harbour?.programs[0]?.title).toBe('航路を増やす事業');
    expect(harbour?.programs[0]?.items[1]?.text).toBe('SDGsの航路として売り込みます。');
  });

  it('believes a program that lost its bracket when its number is the next one, and asks', () => {
    expect(harbour?.programs[1]).toMatchObject({ number: 2, title: '倉庫を新しくする事業' });
    expect(reading.questions.find((question) => question.code === 'plan.program_bracket_lost')?.line).toBe(
      31,
    );
  });

  it('keeps bullets beneath an item with it', () => {
    expect(harbour?.programs[1]?.items.map((item) => item.text)).toEqual([
      '共同の倉庫を建てます。\n・ 耐震にします。\n・ 屋根で発電します。',
      '古い倉庫を壊します。',
    ]);
  });

  it('reads a table without heading by the one before it, and asks', () => {
    expect(town?.indicators[0]).toMatchObject({
      baseline: '980',
      baselineYear: 2018,
      target: '1200',
      targetYear: 2023,
    });
    expect(reading.questions.find((question) => question.code === 'plan.header_reused')?.line).toBe(43);
  });

  it('reads markers without a blank after them', () => {
    expect(town?.programs[0]?.items.map((item) => item.text)).toEqual([
      '並木を植えます。',
      '縁石を下げます。',
    ]);
  });
});
