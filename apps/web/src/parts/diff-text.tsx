import { diffArrays } from 'diff';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../words';

interface Piece {
  readonly text: string;
  readonly kind: 'same' | 'added' | 'removed';
}

/** Words as the language cuts them: Japanese has no spaces, so the browser's own dictionary does it. */
function wordsOf(text: string): string[] {
  return Array.from(new Intl.Segmenter('ja', { granularity: 'word' }).segment(text), (part) => part.segment);
}

/** Pieces of both texts in reading order. */
export function compareTexts(before: string, after: string): readonly Piece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map((part) => ({
    text: part.value.join(''),
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
  }));
}

interface DiffTextProps {
  readonly before: string;
  readonly after: string;
  /** One side of the pair, or both in one text. */
  readonly side?: 'before' | 'after' | 'both';
}

/** A text with what was removed struck through and what was added underlined; both are announced. */
export function DiffText({ before, after, side = 'both' }: DiffTextProps): ReactElement {
  const say = useWords('parts');
  const pieces = useMemo(() => compareTexts(before, after), [before, after]);
  const hidden = side === 'before' ? 'added' : side === 'after' ? 'removed' : null;
  return (
    <span className="diff-text">
      {pieces
        .filter((piece) => piece.kind !== hidden)
        .map((piece, at) => {
          if (piece.kind === 'same') return <span key={at}>{piece.text}</span>;
          const Tag = piece.kind === 'added' ? 'ins' : 'del';
          return (
            <Tag key={at}>
              <span className="sr">{say(`diff.${piece.kind}_start`)}</span>
              {piece.text}
              <span className="sr">{say('diff.end')}</span>
            </Tag>
          );
        })}
    </span>
  );
}
