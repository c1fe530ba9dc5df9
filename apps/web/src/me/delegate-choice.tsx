import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { ReactElement } from 'react';
import { delegatesQuery } from '../api/me';
import type { DelegateRow } from '../api';
import { Failed, Icon, Pager, useFormats } from '../parts';
import { useWords } from '../words';
import { ME } from './words';

interface DelegateChoiceProps {
  /** Null until both days are known. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly chosen: DelegateRow | null;
  readonly onChoose: (delegate: DelegateRow) => void;
  readonly error: string | null;
}

/** One of those in office on all the days: colleagues and superiors at hand, everybody else by search. */
export function DelegateChoice({ days, chosen, onChoose, error }: DelegateChoiceProps): ReactElement {
  const say = useWords(ME);
  const [words, setWords] = useState('');
  const [page, setPage] = useState(1);
  const asked = useDeferredValue(words.trim());
  const found = useQuery({
    ...delegatesQuery(days?.from ?? '', days?.to ?? '', asked, page),
    enabled: days !== null,
    placeholderData: (before) => before,
  });
  const rows = found.data?.rows ?? [];
  const listed = chosen === null || rows.some(({ id }) => id === chosen.id) ? rows : [chosen, ...rows];
  return (
    <fieldset className="me-delegate">
      <legend className="label">{say('away.delegate')}</legend>
      <label className="label" htmlFor="delegate-words">
        {say('away.search')}
      </label>
      <input
        className="input"
        id="delegate-words"
        type="search"
        autoComplete="off"
        value={words}
        aria-describedby="delegate-hint"
        onChange={(event) => {
          setWords(event.target.value);
          setPage(1);
        }}
      />
      <p className={error ? 'err-msg' : 'sub'} id="delegate-hint" role={error ? 'alert' : undefined}>
        {error && <Icon name="warning" small />}
        {error ?? say(days === null ? 'away.days_first' : 'away.search_hint')}
      </p>
      {found.error && <Failed error={found.error} retry={() => void found.refetch()} />}
      {days !== null && found.data && (
        <>
          <p className="sub" role="status">
            {found.data.total === 0 ? say('away.nobody') : say('away.found', { count: found.data.total })}
          </p>
          {listed.map((row) => (
            <Person key={row.id} row={row} checked={row.id === chosen?.id} onChoose={() => onChoose(row)} />
          ))}
          <Pager {...found.data} onPage={setPage} />
        </>
      )}
    </fieldset>
  );
}

interface PersonProps {
  readonly row: DelegateRow;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Person({ row, checked, onChoose }: PersonProps): ReactElement {
  const say = useWords(ME);
  const { plainFullDay } = useFormats();
  return (
    <label className="radio me-person">
      <input type="radio" name="delegate" checked={checked} onChange={onChoose} />
      <span>
        <b>{row.name}</b>
        <span className="sub">
          {row.title}
          {row.near && <span className="pill">{say(`away.near.${row.near}`)}</span>}
          <span className="nb">{row.staffNumber}</span>
        </span>
        {row.away && (
          <span className="sub me-away">
            <Icon name="warning" small />
            {say('away.also_away', {
              from: plainFullDay(row.away.fromDate),
              to: plainFullDay(row.away.toDate),
            })}
          </span>
        )}
      </span>
    </label>
  );
}
