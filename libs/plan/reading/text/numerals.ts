/** Source of a regular expression for one numeral: 12, 十二, Ⅻ or XII. */
export const NUMERAL = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3}|[Ⅰ-Ⅻ]{1,2}|[IVX]{1,5})';

const kanjiDigits = '〇一二三四五六七八九';
const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

/** The value of a numeral in digits, kanji (up to 99), Roman or circled form; null when it is none. */
export function readNumeral(printed: string): number | null {
  const plain = printed.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^[IVX]+$/.test(plain)) return romanNumeral(plain);
  if (/^[〇一二三四五六七八九十]+$/.test(plain)) return kanjiNumeral(plain);
  return null;
}

function romanNumeral(printed: string): number {
  const values = [...printed].map((letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

function kanjiNumeral(printed: string): number {
  const digit = (text: string): number => Number([...text].map((char) => kanjiDigits.indexOf(char)).join(''));
  if (!printed.includes('十')) return digit(printed);
  const [tens = '', ones = ''] = printed.split('十');
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}
