import { describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import en from '../messages.en.json' with { type: 'json' };
import ja from '../messages.ja.json' with { type: 'json' };
import { wordingOver } from './wording.js';
import type { WordKey } from './wording.js';

const CATALOGUES = { ja, en } as const;
const LANGUAGES = ['ja', 'en'] as const;

/** Messages of letters; errors may name things like CSV. */
const wordsOf = (catalogue: object): [string, string][] =>
  Object.entries(catalogue).filter(([key]) => key.startsWith('letter.')) as [string, string][];

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();

describe('messages', () => {
  it('say the same in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(ja));
    for (const [key, text] of Object.entries(ja)) {
      expect([key, placeholders(en[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
    }
  });

  it('are in their own language', () => {
    for (const [key, text] of wordsOf(ja)) {
      // SDGs is the name that Japanese has for them.
      expect([key, text.replace(/\{\{\w+\}\}|SDGs/g, '')]).toEqual([
        key,
        expect.not.stringMatching(/[a-z]{2}/i),
      ]);
    }
    for (const [key, text] of wordsOf(en)) {
      expect([key, text]).toEqual([
        key,
        expect.not.stringMatching(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u),
      ]);
    }
  });

  it('never shout', () => {
    for (const text of [...Object.values(ja), ...Object.values(en)]) expect(text).not.toMatch(/[!！]/);
  });
});

describe.each(LANGUAGES)('the words of letters in %s', (language) => {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language];
  const say = wordingOver(language, catalogue);
  const general = createInstance({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  void general.init();

  it('read the catalogue as i18next does', () => {
    const keys = new Set(Object.keys(catalogue).map((key) => key.replace(/_(one|other)$/, '') as WordKey));
    const values = Object.fromEntries(
      Object.values(catalogue)
        .flatMap(placeholders)
        .map((name) => [name, `<${name}>`]),
    );
    for (const key of keys) {
      if (!key.startsWith('letter.')) continue;
      for (const count of [0, 1, 2, 21]) {
        const params = { ...values, count };
        expect([key, count, say(key, params)]).toEqual([key, count, general.t(key, params)]);
      }
    }
  });

  it('refuse a message or a value that is missing', () => {
    expect(() => say('letter.nothing' as WordKey)).toThrow('no message letter.nothing');
    expect(() => say('letter.counted', { count: 1 })).toThrow('no value name');
  });

  it('put values in as they are and do not read them again', () => {
    const name = '{{count}} $t(letter.daily) $& <b>';
    expect(say('letter.counted', { name, count: 1 })).toContain(name);
  });
});
