import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../words';
import { compareTexts } from './compare-texts';

interface DiffTextProps {
  readonly before: string;
  readonly after: string;
  /** One side of the pair, or both in one text. */
  readonly side?: 'before' | 'after' | 'both';
  /** What is heard before a marked part, where neither text is the older one. */
  readonly heard?: string;
}

/** A text with what was removed struck through and what was added underlined; both are announced. */
export function DiffText({ before, after, side = 'both', heard }: DiffTextProps): ReactElement {
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
              <span className="sr">{heard ?? say(`diff.${piece.kind}_start`)}</span>
              {piece.text}
              <span className="sr">{say('diff.end')}</span>
            </Tag>
          );
        })}
    </span>
  );
}
