import { useState } from 'react';
import type { ReactElement } from 'react';
import type { ImportResult } from '../api/exchange';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { DiffText } from '../parts/diff-text';
import { useWords } from '../words';
import { EXCHANGE } from './words';

type Differences = NonNullable<ImportResult['differences']>;
type Row = Differences['rows'][number];

const ICONS: Readonly<Record<Row['change'], IconName>> = { added: 'plus', changed: 'pen' };

/** A short list stands open; a long one first tells its number. */
const OPEN_UP_TO = 20;

/** What taking the file in would change, row by row and cell by cell. */
export function ImportDifferences({
  differences,
}: {
  readonly differences: Differences;
}): ReactElement | null {
  const say = useWords(EXCHANGE);
  const { total, rows } = differences;
  const [open, setOpen] = useState(rows.length <= OPEN_UP_TO);
  if (total === 0) return null;
  return (
    <details className="difference" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{say('rows.title', { count: total })}</b>
        {total > rows.length && <span className="sub">{say('rows.first', { count: rows.length })}</span>}
      </summary>
      {/* Texts are compared when they are looked at. */}
      {open && (
        <ul>
          {rows.map((row, at) => (
            <DifferentRow key={at} row={row} />
          ))}
        </ul>
      )}
    </details>
  );
}

function DifferentRow({ row: { change, row, name, cells } }: { readonly row: Row }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <li>
      <p>
        <Icon name={ICONS[change]} small /> <span className="sub">{say(`rows.${change}`)}</span>{' '}
        <b>{row.filter((cell) => cell !== '').join(say('rows.between'))}</b>
        {name !== null && ` ${name}`}
      </p>
      {cells.map(({ heading, before, after }) => (
        <p key={heading}>
          <span className="sub">{heading}</span>{' '}
          {change === 'added' ? after : <CellChange before={before ?? ''} after={after ?? ''} />}
        </p>
      ))}
    </li>
  );
}

/** Words are compared as sentences only when they are some: 47.5 → 48.0 is read as a whole. */
const SENTENCE = 24;

function CellChange({ before, after }: { readonly before: string; readonly after: string }): ReactElement {
  if (before.length > SENTENCE && after.length > SENTENCE) return <DiffText before={before} after={after} />;
  return (
    <>
      {before !== '' && <DiffText before={before} after="" />}
      {before !== '' && after !== '' && <Icon name="right" small />}
      {after !== '' && <DiffText before="" after={after} />}
    </>
  );
}
