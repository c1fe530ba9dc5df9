import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { initReactI18next } from 'react-i18next';

export type Language = 'ja' | 'en';
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

/** Flat keys to sentences, one file per language and feature. */
export type Messages = Readonly<Record<string, string>>;

/** Says the sentence of a key; `count` chooses singular or plural. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const REMEMBERED = 'mawasu.language';

function remembered(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'ja';
}

void i18next.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false, transKeepBasicHtmlNodesFor: ['b'] },
});
document.documentElement.lang = i18next.language;
i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

/** Registers the words of a feature in both languages. Call it when the feature's module is loaded. */
export function addWords(feature: string, words: Readonly<Record<Language, Messages>>): void {
  for (const language of LANGUAGES) i18next.addResourceBundle(language, feature, words[language], true, true);
}

/** The words of one feature in the reader's language: the same function each time, until the language changes. */
export function useWords(feature: string): Say {
  return wordsOf(useLanguage(), feature);
}

const words = new Map<string, Say>();

/** A list asks for the same few words with every row, so a sentence without values is looked up once. */
function wordsOf(language: Language, feature: string): Say {
  const known = words.get(`${language} ${feature}`);
  if (known) return known;
  const t = i18next.getFixedT(language, feature);
  const sentences = new Map<string, string>();
  const say: Say = (key, values) => {
    if (values) return t(key, { ...values });
    const sentence = sentences.get(key) ?? t(key);
    // What is not known yet says its key, and is asked again.
    if (sentence !== key) sentences.set(key, sentence);
    return sentence;
  };
  words.set(`${language} ${feature}`, say);
  return say;
}

/** Whether the catalogue of a feature has this key, e.g. a code that is younger than this page. */
export function hasWords(feature: string, key: string): boolean {
  return i18next.exists(key, { ns: feature });
}

/** The language the page is shown in. */
export function useLanguage(): Language {
  return useSyncExternalStore(hearLanguage, shownLanguage);
}

const shownLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'ja');

function hearLanguage(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

/** Shows the page in another language and remembers it on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  localStorage.setItem(REMEMBERED, language);
  await i18next.changeLanguage(language);
}
