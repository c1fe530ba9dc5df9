import { diffArrays } from 'diff';

/** A stretch of text and what became of it. */
export interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** Words as the language cuts them: Japanese has no spaces, so the browser's own dictionary does it. */
function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('ja', { granularity: 'word' }).segment(text), (part) => part.segment);
}

/** What stayed between two changes counts as changed up to this length: で or 回 alone would only tear phrases apart. */
const TOO_SHORT = 3;

/** Pieces of both texts in reading order; in every changed stretch what was removed comes before what was added. */
export function compareTexts(before: string, after: string): readonly Piece[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after)).map((part) => ({
    text: part.value.join(''),
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
  })) satisfies Piece[];
  const pieces: Piece[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') pieces.push({ text: removed, kind: 'removed' });
    if (added !== '') pieces.push({ text: added, kind: 'added' });
    removed = '';
    added = '';
  };
  parts.forEach(({ text, kind }, at) => {
    const between = removed + added !== '' && at < parts.length - 1;
    if (kind === 'same' && !(between && text.length <= TOO_SHORT && !/[。\n]/.test(text))) {
      close();
      pieces.push({ text, kind });
      return;
    }
    if (kind !== 'added') removed += text;
    if (kind !== 'removed') added += text;
  });
  close();
  return pieces;
}
