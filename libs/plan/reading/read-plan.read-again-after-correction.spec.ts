import { describe, expect, it } from '@jest/globals';
import { fixture } from './fixtures/fixture.for-spec.js';
import { readPlan } from './index.js';
import type { PlanReading } from './index.js';

const plain = fixture('minamo-town');

function keysOf({ sections }: PlanReading): string[] {
  return sections.flatMap((section) => [
    section.key,
    ...section.policies.map((policy) => policy.key),
    ...section.indicators.map((indicator) => indicator.key),
    ...section.programs.flatMap((program) => [program.key, ...program.items.map((item) => item.key)]),
  ]);
}

describe('keys name places, so that a corrected text keeps identities', () => {
  it('are read from the numbers of the document', () => {
    expect(keysOf(readPlan(plain))).toEqual([
      '1',
      '1-方針1',
      '1-方針2',
      '1-指標1',
      '1-指標2',
      '1-(1)',
      '1-(1)-ア',
      '1-(1)-イ',
      '1-(2)',
      '1-(2)-ア',
      '1-(2)-イ',
      '2',
      '2-方針1',
      '2-指標1',
      '2-指標2',
      '2-(1)',
      '2-(1)-ア',
      '2-(1)-ウ',
    ]);
  });

  it('stay when titles and texts are corrected, ornaments change and lines move', () => {
    const corrected = `\n\n${plain}`
      .replace('湖を守る行動', '湖を守る')
      .replace('- ア 返事', '（ア） 返事')
      .replace('43.5', '43.6');
    expect(keysOf(readPlan(corrected))).toEqual(keysOf(readPlan(plain)));
  });

  it('stay when an item is added between others', () => {
    const added = plain.replace('\nウ 「SDG', '\nイ 湖岸に木を植えます。\n\nウ 「SDG');
    const fresh = keysOf(readPlan(added)).filter((key) => !keysOf(readPlan(plain)).includes(key));
    expect(fresh).toEqual(['2-(1)-イ']);
  });

  it('are unique even when the document repeats a number, which is asked about', () => {
    const repeated = plain.replace('イ 集会の記録', 'ア 集会の記録').replace('第2節', '第1節');
    const reading = readPlan(repeated);
    const keys = keysOf(reading);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['1-(2)-ア~2', '1~2']));
    const codes = reading.questions.map((question) => question.code);
    expect(codes).toEqual(expect.arrayContaining(['plan.numbers_broken', 'plan.section_repeated']));
  });

  it('ask about a section that is missing', () => {
    const reading = readPlan(plain.replace('第2節', '第3節'));
    expect(reading.questions.find((question) => question.code === 'plan.section_numbers_broken')?.line).toBe(
      48,
    );
  });
});
