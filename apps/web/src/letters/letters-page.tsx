import './letters.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { lettersQuery } from '../api';
import type { LetterRow } from '../api';
import { Failed, Loading, PageTitle, Pager } from '../parts';
import { useWords } from '../words';
import { LetterPreviewDialog } from './letter-preview';
import { LETTER_STATES } from './letter-state';
import { LetterTable } from './letter-table';
import { LETTERS } from './words';

/** メール: what was sent to whom and what the server answered, with a preview of every letter. */
export default function LettersPage(): ReactElement {
  const say = useWords(LETTERS);
  const [params, setParams] = useSearchParams();
  const [shown, setShown] = useState<LetterRow | null>(null);
  const state = LETTER_STATES.find((one) => one === params.get('state'));
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, refetch } = useQuery({
    ...lettersQuery(page, state),
    placeholderData: (before) => before,
  });
  const choose = (next: string, to: number) =>
    setParams({ ...(next !== '' && { state: next }), ...(to > 1 && { page: String(to) }) });
  return (
    <div className="letters">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      <p className="sub">{say('lead')}</p>
      <div className="chips" role="group" aria-label={say('filter')}>
        <Chip name={say('all')} pressed={state === undefined} onPress={() => choose('', 1)} />
        {LETTER_STATES.map((one) => (
          <Chip key={one} name={say(`state.${one}`)} pressed={state === one} onPress={() => choose(one, 1)} />
        ))}
      </div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <>
          <p role="status" className="sub">
            {say('count', { number: data.total })}
          </p>
          {data.rows.length === 0 ? (
            <p className="card nothing">{say(state === undefined ? 'none' : 'none_in_state')}</p>
          ) : (
            <LetterTable rows={data.rows} onShow={setShown} />
          )}
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(to) => choose(state ?? '', to)}
          />
        </>
      )}
      <LetterPreviewDialog letter={shown} onClose={() => setShown(null)} />
    </div>
  );
}

interface ChipProps {
  readonly name: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Chip({ name, pressed, onPress }: ChipProps): ReactElement {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {name}
    </button>
  );
}
