import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#errors';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';

const refusal = (text: string): unknown => {
  try {
    return readPlan(text);
  } catch (error) {
    return error;
  }
};

describe('a text that is no plan is refused', () => {
  it.each([
    ['nothing', '', 0],
    ['blank lines', '\n \n\t\n', 3],
    ['the minutes of a meeting', fixture('minutes'), 7],
    ['prose that mentions headings', '第1節では方針を述べます。\n基本方針は別に定めます。\n', 2],
    ['headings without content', '第1節 甲\n第2節 乙\n', 2],
    ['a spreadsheet or PDF', 'PK\u0003\u0004\u0000\u0000\u0000第1節 甲\n基本方針\n1 乙\n', 3],
    ['a wrong encoding', '\ufffd\ufffd1\ufffd\ufffd \ufffd\n'.repeat(4), 4],
    ['UTF-16 read as UTF-8', [...'第1節 甲\n'].join('\u0000'), 1],
  ])('%s', (_, text, lines) => {
    const error = refusal(text);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ kind: 'invalid', code: 'plan.not_a_plan', params: { lines } });
    expect((error as DomainError).params['lookedFor']).toContain('検証指標');
  });

  it('says how many headings were found, so that the author knows what is missing', () => {
    expect(refusal('第1節 甲\n第2節 乙\n')).toMatchObject({ params: { headings: 2 } });
  });

  it('but a few unreadable characters are only asked about', () => {
    const text = fixture('minamo-town').replace('届きません', '届きま\ufffdん');
    const reading = readPlan(text);
    expect(reading.totals.items).toBe(6);
    expect(reading.questions.find((question) => question.code === 'plan.characters_damaged')?.line).toBe(20);
  });
});
