import { Fragment } from 'react';
import type { ReactElement } from 'react';
import type { MarkedText as Pieces } from '../api';

/** A text with the words that were looked for marked. */
export function MarkedText({ pieces }: { readonly pieces: Pieces }): ReactElement {
  return (
    <>
      {pieces.map(({ text, hit }, at) =>
        hit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
      )}
    </>
  );
}
