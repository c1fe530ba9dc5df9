/** Every dash that documents use between numbers or for "no value"; ー stands in for a dash in bad extractions. */
export const DASHES = '\\-‐‑‒–—―−－─━ー';

const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻑': '長',
  '⻄': '西',
  '⻘': '青',
  '⻝': '食',
  '⻭': '歯',
  '⻲': '亀',
  '⻁': '虎',
  '⺟': '母',
  '㌫': '%',
  '％': '%',
};

const compatible = /[\u2f00-\u2fdf\u2474-\u249b\uff61-\uff9f㍻㍼㍽㍾㋿]+/g;
const apartFromTheirSoundMark = /[\u3041-\u30ff][\u3099\u309a]/g;
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const narrowBlanks = /[\u00a0\u2000-\u200a\u202f\u205f\u2028\u2029\u0085]/g;

/**
 * One form for what looks the same: full-width letters, digits and ％, half-width kana, dakuten set apart by a
 * file system, radicals that PDF extraction puts in place of kanji, invisible characters. Brackets, colons and
 * other punctuation stay as printed, because they stand in titles. Keeps the number of lines.
 */
export function foldCharacters(text: string): string {
  return text
    .replace(invisible, '')
    .replace(narrowBlanks, ' ')
    .replace(apartFromTheirSoundMark, (pair) => pair.normalize('NFC'))
    .replace(compatible, (run) => run.normalize('NFKC'))
    .replace(/[⺠⻑⻄⻘⻝⻭⻲⻁⺟㌫％]/g, (char) => radicals[char] ?? char)
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)．(?=\d)/g, '.')
    .replace(/(?<=\d)，(?=\d)/g, ',');
}
