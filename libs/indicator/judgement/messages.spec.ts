import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, expect } from '@jest/globals';
import { GROUNDS, NOT_JUDGED_REASONS, STATUSES } from './judgement.codes.js';

type Catalogue = Readonly<Record<string, string>>;

function catalogue(language: 'ja' | 'en'): Catalogue {
  const file = join(import.meta.dirname, '..', `messages.${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
}

function ours(messages: Catalogue): readonly string[] {
  return Object.keys(messages).filter((key) => /^(?:judgement|error\.judge)\./.test(key));
}

const ja = catalogue('ja');
const en = catalogue('en');

/** Grounds whose sentence is told by the reason instead. */
const TOLD_BY_REASON: readonly string[] = ['no_value', 'too_early', 'no_baseline'];

const parameters = (text: string | undefined) =>
  [...(text ?? '').matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('the texts of a judgement', () => {
  it('exist in both languages', () => {
    expect(ours(en)).toEqual(ours(ja));
    expect(ours(ja).length).toBeGreaterThan(100);
  });

  it.each(ours(ja))('%s takes the same values in both', (key) => {
    expect(parameters(en[key])).toEqual(parameters(ja[key]));
    expect(ja[key]).not.toMatch(/[!！]/);
  });

  it.each([
    ...STATUSES.map((status) => `judgement.status.${status}`),
    ...NOT_JUDGED_REASONS.flatMap((reason) => [
      `judgement.reason.${reason}`,
      `judgement.because.not_judged.${reason}`,
    ]),
    ...GROUNDS.map((ground) => `judgement.ground.${ground}`),
    ...GROUNDS.filter((ground) => !TOLD_BY_REASON.includes(ground)).map(
      (ground) => `judgement.because.${ground}`,
    ),
    ...['B', 'T', 'E', 'A', 'p', 'r'].map((symbol) => `judgement.row.${symbol}`),
  ])('%s has a text', (key) => {
    expect(ja[key]).toEqual(expect.stringMatching(/./));
  });

  it('cover every key that the code writes out', () => {
    const sources = ['explanation', 'status-label', 'case-numbers', 'complete-case', 'exact', 'standard-rule']
      .map((name) => `${name}.rules.ts`)
      .concat('parse-cases.ts')
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
      .join('\n');
    const literal = [...sources.matchAll(/'((?:judgement|judge)\.[\w.]+)'/g)].map(([, key = '']) => key);
    const keys = literal.map((key) => (key.startsWith('judge.') ? `error.${key}` : key));
    expect(keys.length).toBeGreaterThan(40);
    expect(keys.filter((key) => ja[key] === undefined)).toEqual([]);
  });

  it('call the statuses as the plan does', () => {
    const labels = STATUSES.map((status) => ja[`judgement.status.${status}`]);
    expect(labels).toEqual(['評価不能', '達成', '順調', '概ね順調', '横ばい', '遅れ', '後退']);
    expect(ja['judgement.badge.notAchievedWithProgress']).toBe('未達成（進捗{{progress}}％）');
  });
});
