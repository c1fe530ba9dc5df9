/**
 * Text inside an .xlsx file is XML, which cannot carry control characters, and where a lone CR becomes LF. The
 * format's own escape for a UTF-16 code unit is _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring); text that happens
 * to look like it has its underscore escaped.
 */
const NOT_IN_XML =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd]|\p{Cs}|\p{Noncharacter_Code_Point}|_(?=x[0-9a-f]{4}_)/giu;

/** The most characters a cell can hold in the spreadsheet programs. */
export const LONGEST_CELL = 32_767;

const SHEET_NAME_LENGTH = 31;
const NOT_IN_SHEET_NAMES: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '/': '／',
  '\\': '＼',
  ':': '：',
  '*': '＊',
  '?': '？',
};

/** The text as it stands in the file so that every program, and `readTable`, shows exactly this text. */
export function excelText(text: string): string {
  const escaped = text.replace(NOT_IN_XML, escapeUnits);
  // The writing library keeps texts as keys of a plain object, where these names are taken.
  return escaped in Object.prototype ? escapeUnits(escaped.slice(0, 1)) + escaped.slice(1) : escaped;
}

/** A name that spreadsheet programs accept for a sheet: forbidden signs full-width, at most 31 characters. */
export function sheetName(name: string): string {
  const allowed = name.replace(/[[\]/\\:*?]/g, (sign) => NOT_IN_SHEET_NAMES[sign] ?? sign);
  const printable = allowed.replace(/[\0-\x1f\x7f]/g, ' ').replace(/^'+|'+$/g, '');
  return printable.slice(0, SHEET_NAME_LENGTH).trim() || 'Sheet1';
}

function escapeUnits(characters: string): string {
  return Array.from({ length: characters.length }, (_, at) => {
    const unit = characters.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
    return `_x${unit}_`;
  }).join('');
}
