/** Distance of katakana from the hiragana of the same sound. */
const KATAKANA = 0x60;

/** Words as `ilike` takes them literally, in any width, without the spaces inside names. */
export const likeable = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[\\%_]/gu, '\\$&');

/** Patterns for a reading, whichever kana a city keeps its readings in; `words` as `likeable` gives them. */
export function inBothKana(words: string): string[] {
  const moved = (kana: RegExp, by: number): string =>
    words.replace(kana, (letter) => String.fromCharCode(letter.charCodeAt(0) + by));
  return [moved(/[ァ-ヶ]/gu, -KATAKANA), moved(/[ぁ-ゖ]/gu, KATAKANA)].map((one) => `%${one}%`);
}
