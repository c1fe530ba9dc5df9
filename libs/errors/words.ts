import { readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import type { DomainError, ErrorParams } from './domain-error.js';

export type Language = 'ja' | 'en';
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

/** The texts that people read, from the catalogues of the libraries. */
export interface Words {
  /** The text of a key, or the key itself when no catalogue has it (a test fails on that). */
  say(language: Language, key: string, params?: ErrorParams): string;
  /** The sentence of a refusal. */
  ofError(language: Language, error: Pick<DomainError, 'code' | 'params'>): string;
  has(key: string): boolean;
}

function catalogue(library: string, language: Language): Record<string, string> {
  const file = new URL(`../${library}/messages.${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** Loads the catalogues of these libraries, both languages. */
export function loadWords(libraries: readonly string[]): Words {
  const texts = (language: Language): Record<string, string> =>
    Object.assign({}, ...libraries.map((library) => catalogue(library, language))) as Record<string, string>;
  const ja = texts('ja');
  const i18n = createInstance();
  void i18n.init({
    lng: 'ja',
    fallbackLng: 'ja',
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { ja: { translation: ja }, en: { translation: texts('en') } },
  });
  const say: Words['say'] = (language, key, params = {}) => i18n.t(key, { ...params, lng: language });
  return {
    say,
    ofError: (language, error) => say(language, `error.${error.code}`, error.params),
    has: (key) => Object.hasOwn(ja, key),
  };
}
