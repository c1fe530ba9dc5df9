/** Columns of a text mail, in half-width characters. */
export const COLUMNS = 78;

/** Characters that may not begin a line, and those that may not end one (JIS X 4051, the common ones). */
const NOT_FIRST =
  '、。，．,.・：；:;？！?!ー―…‥）)〕］]｝}〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%';
const NOT_LAST = '（(〔［[｛{〈《「『【';

/** Columns a text takes: full-width characters two, marks that combine none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += widthOf(sign);
  return columns;
}

/** The text with spaces behind it up to this many columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Lines that were broken before: a sheet that is late stands in the letter of everyone above it. */
const broken = new Map<string, readonly string[]>();
const MOST_KEPT = 2_000;

/**
 * The line broken so that none takes more than `COLUMNS`, those after the first with `indent` before them.
 * Japanese breaks between characters, other words only at spaces; an address is never broken.
 */
export function wrapText(line: string, first = '', indent = first): readonly string[] {
  const short = (first.length + line.length) * 2 <= COLUMNS;
  if (short) return [(first + line).trimEnd()];
  const key = `${first}\n${indent}\n${line}`;
  const known = broken.get(key);
  if (known) return known;
  const lines = breakLine(line, first, indent);
  if (broken.size >= MOST_KEPT) broken.clear();
  broken.set(key, lines);
  return lines;
}

function breakLine(line: string, first: string, indent: string): readonly string[] {
  if (columnsOf(first) + columnsOf(line) <= COLUMNS) return [(first + line).trimEnd()];
  const lines: string[] = [];
  let current = first;
  let room = COLUMNS - columnsOf(first);
  for (const piece of piecesOf(line)) {
    const columns = columnsOf(piece.trimEnd());
    const started = current !== (lines.length === 0 ? first : indent);
    if (columns > room && started) {
      lines.push(current.trimEnd());
      current = indent;
      room = COLUMNS - columnsOf(indent);
    }
    current += piece;
    room -= columnsOf(piece);
  }
  lines.push(current.trimEnd());
  return lines;
}

/** What stays together: a word with the space behind it, or one full-width character with its marks. */
function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  let previous = '';
  for (const sign of line) {
    const last = pieces.length - 1;
    if (previous !== '' && staysWith(previous, sign)) pieces[last] = (pieces[last] ?? '') + sign;
    else pieces.push(sign);
    previous = sign;
  }
  return pieces;
}

function staysWith(previous: string, sign: string): boolean {
  if (isSpace(sign) || NOT_FIRST.includes(sign) || widthOf(sign) === 0) return true;
  if (isSpace(previous)) return false;
  if (NOT_LAST.includes(previous)) return true;
  return widthOf(previous) === 1 && widthOf(sign) === 1;
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\u3000';
}

function widthOf(sign: string): 0 | 1 | 2 {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  // Kana and kanji first: they are nearly all there is, and the pattern below costs more than the rest.
  if ((code >= 0x30a0 && code < 0xa000) || (code >= 0xff01 && code <= 0xff60)) return 2;
  if (/\p{M}|\u200d/u.test(sign)) return 0;
  if (code >= 0xff61 && code <= 0xff9f) return 1;
  return code >= 0x1100 ? 2 : 1;
}
