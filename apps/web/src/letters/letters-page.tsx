import './letters.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { lettersQuery } from '../api/letters';
import type { LetterFilter, LetterList, LetterRow } from '../api';
import { useSession } from '../frame/session';
import { Failed, isDay, Loading, PageTitle, Pager, useFormats } from '../parts';
import { useWords } from '../words';
import { LETTER_KINDS, LetterFilterForm } from './letter-filter';
import { LetterPreviewDialog } from './letter-preview';
import { LetterRecordDialog } from './letter-record';
import { LETTER_STATES } from './letter-state';
import { LetterTable } from './letter-table';
import { MailSettingPanel } from './mail-setting';
import { ResendBar } from './resend-bar';
import { LETTERS } from './words';

/** What the address of the page asks for; whatever it cannot mean is left out. */
function filterOf(params: URLSearchParams): LetterFilter {
  const state = LETTER_STATES.find((one) => one === params.get('state'));
  const kind = LETTER_KINDS.find((one) => one === params.get('kind'));
  const [day, text] = [params.get('day'), params.get('text')];
  return {
    page: Math.max(1, Number(params.get('page')) || 1),
    ...(state && { state }),
    ...(kind && { kind }),
    ...(day !== null && isDay(day) && { day }),
    ...(text !== null && text !== '' && { text }),
    ...(params.get('bounced') === '1' && { bounced: '1' as const }),
  };
}

/** メール: what was sent to whom and what became of it; failed letters are sent again from here. */
export default function LettersPage(): ReactElement {
  const say = useWords(LETTERS);
  const { roles, sampleCity } = useSession();
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<LetterRow | null>(null);
  const [recorded, setRecorded] = useState<LetterRow | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filter = filterOf(params);
  const { data, error, refetch } = useQuery({
    ...lettersQuery(filter),
    placeholderData: (before) => before,
    // Letters are planned and sent while somebody looks.
    refetchInterval: 10_000,
  });
  const change = (changes: Readonly<Record<string, string>>): void => {
    // From the address, which a change just before this one has reached earlier than the page.
    const next = new URLSearchParams(window.location.search);
    next.delete('page');
    for (const [name, value] of Object.entries(changes))
      if (value === '') next.delete(name);
      else next.set(name, value);
    setSelected(new Set());
    setParams(next);
  };
  const select = (ids: readonly string[], on: boolean): void => {
    const next = new Set(selected);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setSelected(next);
  };
  const mayDecide = roles.includes('planner');
  const narrowed = Object.keys(filter).length > 1;
  return (
    <div className="letters">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      <p className="sub">
        {say('lead')}
        {sampleCity && say('lead_sample')}
      </p>
      <MailSettingPanel />
      <p>
        <Link to="/letters/rehearsal">{say('rehearsal.open')}</Link>
      </p>
      <div className="chips" role="group" aria-label={say('filter')}>
        <Chip
          name={say('all')}
          count={data && countOf(data)}
          pressed={filter.state === undefined}
          onPress={() => change({ state: '' })}
        />
        {LETTER_STATES.map((one) => (
          <Chip
            key={one}
            name={say(`state.${one}`)}
            count={data && countOf(data, one)}
            pressed={filter.state === one}
            onPress={() => change({ state: one })}
          />
        ))}
      </div>
      <LetterFilterForm params={params} onChange={change} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <>
          <p role="status" className="sub">
            {say('count', { number: data.total })}
          </p>
          {mayDecide && (
            <ResendBar
              selected={selected}
              rows={data.rows}
              failedOnly={filter.state === 'failed' && Object.keys(filter).length === 2}
              onDone={() => setSelected(new Set())}
            />
          )}
          {data.rows.length === 0 ? (
            <p className="card nothing">{say(narrowed ? 'none_in_state' : 'none')}</p>
          ) : (
            <LetterTable
              rows={data.rows}
              selected={mayDecide ? selected : null}
              onSelect={select}
              onShow={setShown}
              onDetail={setRecorded}
            />
          )}
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(to) => change({ page: String(to) })}
          />
        </>
      )}
      <LetterPreviewDialog letter={shown} onClose={() => setShown(null)} />
      <LetterRecordDialog letter={recorded} onClose={() => setRecorded(null)} />
    </div>
  );
}

/** How many letters there are, or how many of one state. */
const countOf = ({ states }: LetterList, state?: LetterRow['state']): number =>
  states.reduce((sum, one) => sum + (state === undefined || one.state === state ? one.count : 0), 0);

interface ChipProps {
  readonly name: string;
  /** Not until it is known. */
  readonly count: number | undefined;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Chip({ name, count, pressed, onPress }: ChipProps): ReactElement {
  const { number } = useFormats();
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {name}
      {count !== undefined && <span className="chip-count">{number(count)}</span>}
    </button>
  );
}
