const beforeJapanese = '(?: (?=[^\\u0000-\\u007f]))?';
const capitalsApart = new RegExp(
  `(?<![A-Za-z])(?:[A-Z] )+[A-Z](?: [a-z])?(?![A-Za-z])${beforeJapanese}`,
  'g',
);
const lastLetterApart = new RegExp(`(?<![A-Za-z])[A-Z]{2,} [a-z](?![A-Za-z])${beforeJapanese}`, 'g');
const japanese = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー]';
const everyCharacterApart = new RegExp(`(?<!\\S)${japanese}(?: ${japanese}){2,}(?!\\S)`, 'gu');

const withoutBlanks = (run: string): string => run.replaceAll(' ', '');

/**
 * Takes out the blanks that character recognition puts inside a word: `SDG s` → `SDGs`, `P I の` → `PIの`,
 * `現 状 と 課 題` → `現状と課題`. Blanks between whole words (`Evidence-based Policy Making`) stay.
 */
export function repairBlanks(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(everyCharacterApart, withoutBlanks)
    .replace(capitalsApart, withoutBlanks)
    .replace(lastLetterApart, withoutBlanks);
}
