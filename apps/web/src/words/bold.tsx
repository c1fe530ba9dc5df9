import type { ReactElement } from 'react';

/** A sentence with bold words, for the first page: what `Sentence` needs for links would weigh more than the rest of it. */
export function Bold({ text }: { readonly text: string }): ReactElement {
  // Every other piece stands between the tags.
  return <>{text.split(/<\/?b>/).map((piece, at) => (at % 2 === 1 ? <b key={at}>{piece}</b> : piece))}</>;
}
