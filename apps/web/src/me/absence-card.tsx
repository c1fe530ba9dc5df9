import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { queryClient } from '../api';
import { absencesQuery, endAbsence } from '../api/me';
import type { Absence, StandIn } from '../api';
import { Badge, Button, Card, Failed, Loading, Notice, useErrorSentence, useFormats } from '../parts';
import { useWords } from '../words';
import { AbsenceForm } from './absence-form';
import { ME } from './words';

/** My absences with who reads along, and for whom I do. */
export function AbsenceCard(): ReactElement {
  const say = useWords(ME);
  const { data, error, refetch } = useQuery(absencesQuery);
  const [entering, setEntering] = useState(false);
  const [said, setSaid] = useState('');
  const sentence = useErrorSentence();
  const ending = useMutation({
    mutationFn: endAbsence,
    onSuccess: (list) => {
      queryClient.setQueryData(absencesQuery.queryKey, list);
      setSaid(say('away.ended'));
    },
  });
  const rowsOf = (past: boolean) => (data?.own ?? []).filter(({ state }) => (state === 'past') === past);
  const past = rowsOf(true);
  return (
    <Card title={say('away.title')}>
      <p>{say('away.hint')}</p>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {ending.error && (
        <Notice tone="bad" role="alert">
          {sentence(ending.error)}
        </Notice>
      )}
      <p className="me-said" role="status">
        {said}
      </p>
      {data && rowsOf(false).length === 0 && !entering && <p className="sub">{say('away.none')}</p>}
      {rowsOf(false).length > 0 && (
        <ul className="me-list" aria-label={say('away.list')}>
          {rowsOf(false).map((absence) => (
            <Row
              key={absence.id}
              absence={absence}
              busy={ending.isPending && ending.variables === absence.id}
              onEnd={() => ending.mutate(absence.id)}
            />
          ))}
        </ul>
      )}
      {entering ? (
        <AbsenceForm
          onClose={() => setEntering(false)}
          onAdded={(list, name) => {
            queryClient.setQueryData(absencesQuery.queryKey, list);
            setSaid(say('away.added', { name }));
            setEntering(false);
          }}
        />
      ) : (
        <p>
          <Button
            icon="plus"
            onClick={() => {
              setSaid('');
              setEntering(true);
            }}
          >
            {say('away.add')}
          </Button>
        </p>
      )}
      {data && data.standingInFor.length > 0 && <StandIns rows={data.standingInFor} />}
      {past.length > 0 && (
        <details className="me-past">
          <summary>{say('away.past', { number: past.length })}</summary>
          <ul className="me-list">
            {past.map((absence) => (
              <Row key={absence.id} absence={absence} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const LOOK = {
  planned: ['none', 'calendar'],
  running: ['key', 'clock'],
  past: ['none', 'tick'],
} as const;

interface RowProps {
  readonly absence: Absence;
  readonly busy?: boolean;
  /** Left out for what is over: it is only read. */
  readonly onEnd?: () => void;
}

function Row({ absence, busy, onEnd }: RowProps): ReactElement {
  const say = useWords(ME);
  const { plainFullDay } = useFormats();
  const { state, delegate, delegateAway, decides } = absence;
  const [tone, icon] = LOOK[state];
  const days = say('away.days', { from: plainFullDay(absence.fromDate), to: plainFullDay(absence.toDate) });
  const action = say(state === 'running' ? 'away.end' : 'away.cancel');
  return (
    <li>
      <Badge tone={tone} icon={icon}>
        {say(`away.state.${state}`)}
      </Badge>
      <div>
        <b>{days}</b>
        <p>
          {say(state === 'past' ? 'away.was' : 'away.to', { ...delegate })}
          {decides && <span className="pill">{say('away.with_decisions')}</span>}
        </p>
        {delegateAway && state !== 'past' && (
          <Notice tone="warn">
            {say('away.delegate_away', {
              from: plainFullDay(delegateAway.fromDate),
              to: plainFullDay(delegateAway.toDate),
            })}
          </Notice>
        )}
      </div>
      {onEnd && (
        <Button
          small
          aria-label={say('away.end_of', { days, action })}
          busy={busy === true && say('saving')}
          onClick={onEnd}
        >
          {action}
        </Button>
      )}
    </li>
  );
}

function StandIns({ rows }: { readonly rows: readonly StandIn[] }): ReactElement {
  const say = useWords(ME);
  const { plainFullDay } = useFormats();
  return (
    <section>
      <h3>{say('away.for')}</h3>
      <ul className="me-plain">
        {rows.map(({ id, name, title, fromDate, toDate, decides }) => (
          <li key={id}>
            {say('away.for_row', { name, title, from: plainFullDay(fromDate), to: plainFullDay(toDate) })}
            {decides && <span className="pill">{say('away.with_decisions')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
