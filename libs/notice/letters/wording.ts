import { readFileSync } from 'node:fs';
import type { Language } from '#calendar';
import type catalogue from '../messages.ja.json';

/** A message has one form, or with a count one for each plural category: `…_one` and `…_other`. */
type WithoutPlural<Key> = Key extends `${infer Message}_one` | `${infer Message}_other` ? Message : Key;

/** A message of a letter, without its plural ending. */
export type WordKey = WithoutPlural<Extract<keyof typeof catalogue, `letter.${string}`>>;
export type WordParams = Readonly<Record<string, string | number>>;

/** The plain text of a message; a missing message or value is an error, never half a sentence in a mail. */
export type Wording = (key: WordKey, params?: WordParams) => string;

/** A message by plural form, cut at its `{{name}}`s: text at even places, names at odd ones. */
interface Message {
  readonly one?: readonly string[];
  readonly other?: readonly string[];
}

const JAPANESE = readCatalogue('ja');

const WORDINGS: Readonly<Record<Language, Wording>> = {
  ja: wordingOver('ja', JAPANESE),
  en: wordingOver('en', readCatalogue('en')),
};

/** The words of letters in one language. */
export function wordingOf(language: Language): Wording {
  return WORDINGS[language];
}

/**
 * Words from a catalogue in the form of i18next (flat keys, `{{name}}`, plural by `count`), cut once: mails go
 * out by the thousand, and a general translation library takes longer over one than the mail server does.
 * Values are put in as they are, because each printer escapes for its own medium, and are not read again.
 */
export function wordingOver(language: Language, messages: Readonly<Record<string, string>>): Wording {
  const plural = new Intl.PluralRules(language);
  const cut = new Map<string, Message>();
  for (const [key, text] of Object.entries(messages)) {
    const [, name = key, form = 'other'] = /^(.*)_(one|other)$/.exec(key) ?? [];
    cut.set(name, { ...cut.get(name), [form]: text.split(/\{\{(\w+)\}\}/) });
  }
  return (key, params = {}) => {
    const message = cut.get(key);
    const { count } = params;
    const isOne = message?.one !== undefined && typeof count === 'number' && plural.select(count) === 'one';
    const pieces = isOne ? message.one : message?.other;
    if (pieces === undefined) throw new Error(`letter: no message ${key} in ${language}`);
    return filled(key, pieces, params);
  };
}

/** Whether letters have a message of this name, e.g. for a field that is younger than they are. */
export function isWordKey(key: string): key is WordKey {
  return key in JAPANESE || `${key}_other` in JAPANESE;
}

function filled(key: string, pieces: readonly string[], params: WordParams): string {
  let text = '';
  let isName = false;
  for (const piece of pieces) {
    const value = isName ? params[piece] : piece;
    if (value === undefined) throw new Error(`letter: no value ${piece} for ${key}`);
    text += value;
    isName = !isName;
  }
  return text;
}

function readCatalogue(language: Language): Readonly<Record<string, string>> {
  // Read, not imported: the compiled program would need an import attribute that the compiler drops.
  return JSON.parse(
    readFileSync(new URL(`../messages.${language}.json`, import.meta.url), 'utf8'),
  ) as Readonly<Record<string, string>>;
}
