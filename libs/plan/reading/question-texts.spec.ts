import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { questionTexts } from './question-texts.js';

const catalogue = (language: 'ja' | 'en'): Record<string, string> =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, `../messages.${language}.json`), 'utf8')) as Record<
    string,
    string
  >;

describe('the sentences of the questions', () => {
  it('are those of the Japanese catalogue', () => {
    const ja = catalogue('ja');
    for (const [code, text] of Object.entries(questionTexts))
      expect([code, ja[`question.${code}`]]).toEqual([code, text]);
  });

  it('are complete in English', () => {
    const en = catalogue('en');
    expect(Object.keys(questionTexts).filter((code) => !en[`question.${code}`])).toEqual([]);
  });
});
