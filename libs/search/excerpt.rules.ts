/** A piece of a text; `hit` pieces hold words that were looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Stands between two answers of a sheet: no word reaches across, and no excerpt does. */
const BETWEEN = '\u001f';
/** Blanks, brackets and marks that the search looks over, as `search.plain` of the database does. */
const LEFT_OUT = new Set(
  ' \t\n\r\v\f\u00ad\u200b\u2028\u2029\ufeff・、。,「」『』()[]{}【】〈〉《》〔〕"\'“”‘’`',
);
/** A letter with the marks that belong to it, those of half-width kana too. */
const LETTERS = /[\s\S][\p{M}\uff9e\uff9f]*/gu;
/** Letters of an excerpt, and how many of them stand before its first hit. */
const LENGTH = 90;
const BEFORE = 24;

interface Folded {
  readonly text: string;
  /** For every code unit of `text`: where its letter begins and ends in the original. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * Splits what was typed into words, without those that hold nothing to look for.
 *
 * @returns the words as typed, each once
 */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(query.split(/[\s\0]+/))].filter((word) => folded(word).text !== '');
}

/** A whole text in pieces, with every occurrence of the words marked. */
export function marked(text: string, words: readonly string[]): readonly Piece[] {
  return pieces(text, 0, text.length, hitsIn(text, words));
}

/**
 * The part of a text around its first hit, in pieces; what is left out is shown by an ellipsis.
 *
 * @param text may hold several answers; the excerpt keeps to the one with the most of the words
 * @returns null when none of the words is in it
 */
export function excerpt(text: string, words: readonly string[]): readonly Piece[] | null {
  const [best] = text
    .split(BETWEEN)
    .map((answer) => ({ answer, held: words.filter((word) => hitsIn(answer, [word]).length > 0).length }))
    .toSorted((one, other) => other.held - one.held);
  if (!best || best.held === 0) return null;
  const { answer } = best;
  const hits = hitsIn(answer, words);
  const first = hits[0] ?? { from: 0, to: 0 };
  const start = first.from <= BEFORE ? 0 : whole(answer, first.from - BEFORE);
  const end = Math.max(first.to, start + LENGTH);
  const stop = end >= answer.length ? answer.length : whole(answer, end);
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces(answer, start, stop, hits).map((piece) => ({
      ...piece,
      text: piece.text.replace(/\s+/g, ' '),
    })),
    ...(stop < answer.length ? [{ text: '…', hit: false }] : []),
  ];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the words stand in the original, in order, overlapping ones joined. */
function hitsIn(text: string, words: readonly string[]): readonly Span[] {
  const plain = folded(text);
  const found = words
    .flatMap((word) => occurrences(plain, folded(word).text))
    .toSorted((one, other) => one.from - other.from || other.to - one.to);
  const joined: Span[] = [];
  for (const span of found) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

function occurrences({ text, from, to }: Folded, word: string): Span[] {
  const found: Span[] = [];
  if (word === '') return found;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    found.push({ from: from[at] ?? 0, to: to[at + word.length - 1] ?? 0 });
  }
  return found;
}

/** Folds a text letter by letter, remembering where each came from. */
function folded(text: string): Folded {
  let plain = '';
  const [from, to]: [number[], number[]] = [[], []];
  for (const match of text.matchAll(LETTERS)) {
    const letter = foldedLetter(match[0]);
    for (let at = 0; at < letter.length; at += 1) {
      from.push(match.index);
      to.push(match.index + match[0].length);
    }
    plain += letter;
  }
  return { text: plain, from, to };
}

const foldedLetter = (letter: string): string =>
  [...letter.normalize('NFKC').toLowerCase()]
    .filter((one) => !LEFT_OUT.has(one))
    .map((one) =>
      one
        .replace(/[ァ-ヶヽヾ]/, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
        .replace(/[‐-―−]/, '-')
        .replace('〜', '~'),
    )
    .join('');

/** A place that does not cut a letter in two. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff\p{M}\uff9e\uff9f]/u.test(text.charAt(at)) ? whole(text, at + 1) : at;
}

function pieces(text: string, start: number, stop: number, hits: readonly Span[]): readonly Piece[] {
  const found: Piece[] = [];
  let at = start;
  for (const hit of hits) {
    const [from, to] = [Math.max(hit.from, start), Math.min(hit.to, stop)];
    if (from >= to) continue;
    if (from > at) found.push({ text: text.slice(at, from), hit: false });
    found.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < stop) found.push({ text: text.slice(at, stop), hit: false });
  return found;
}
