import { Fragment } from 'react';
import type { ReactElement } from 'react';

interface MarkedProps {
  readonly text: string;
  readonly query: string;
}

/** A text with the words of the search marked. */
export function Marked({ text, query }: MarkedProps): ReactElement {
  const words = query.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return <>{text}</>;
  const pattern = new RegExp(
    `(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'gi',
  );
  return (
    <>
      {text
        .split(pattern)
        .map((part, at) =>
          at % 2 === 1 ? <mark key={at}>{part}</mark> : <Fragment key={at}>{part}</Fragment>,
        )}
    </>
  );
}
