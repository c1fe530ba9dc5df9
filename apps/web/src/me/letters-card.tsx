import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { ownLettersQuery } from '../api/me';
import type { OwnLetter } from '../api';
import { Badge, Card, Failed, Loading, Pager, useFormats } from '../parts';
import { hasWords, useWords } from '../words';
import { ME } from './words';

/** What came to me, each with the reason why. */
export function LettersCard(): ReactElement {
  const say = useWords(ME);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useQuery({
    ...ownLettersQuery(page),
    placeholderData: (before) => before,
  });
  return (
    <Card
      title={say('letters.title')}
      hint={say('letters.hint')}
      end={data && <span className="sub">{say('letters.count', { count: data.total })}</span>}
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data?.rows.length === 0 && <p className="sub">{say('letters.none')}</p>}
      {data && data.rows.length > 0 && (
        <ul className="me-letters">
          {data.rows.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
      {data && <Pager {...data} onPage={setPage} />}
    </Card>
  );
}

function Letter({ letter }: { readonly letter: OwnLetter }): ReactElement {
  const say = useWords(ME);
  const { day, list } = useFormats();
  const reasons = letter.reasons.map(({ kind, count }) => {
    const what = say(`reason.${kind}`);
    return count > 1 ? say('letters.reason', { what, number: count }) : what;
  });
  const ofKind = hasWords(ME, `kind_reason.${letter.kind}`) ? say(`kind_reason.${letter.kind}`) : '';
  const why = reasons.length > 0 ? list(reasons) : ofKind;
  return (
    <li>
      <p className="sub">
        {day(letter.day)}
        <span className="pill">{say(`kind.${letter.kind}`)}</span>
      </p>
      <p>
        <b>{letter.subject ?? say('letters.no_subject')}</b>
      </p>
      {letter.state !== 'sent' && (
        <Badge
          tone={letter.state === 'failed' ? 'bad' : 'none'}
          icon={letter.state === 'failed' ? 'warning' : 'clock'}
        >
          {say(`letters.state.${letter.state}`)}
        </Badge>
      )}
      <dl>
        <dt>{say('letters.why')}</dt>
        <dd>
          {letter.copyOfName !== null && <span>{say('letters.copy', { name: letter.copyOfName })}</span>}
          {why !== '' && <span>{why}</span>}
        </dd>
      </dl>
    </li>
  );
}
