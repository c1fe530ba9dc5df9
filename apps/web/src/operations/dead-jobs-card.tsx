import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { deadJobsQuery, dismissDeadJob, operationsQuery, retryDeadJob } from '../api/operations';
import type { DeadJob } from '../api';
import { Button, Card, Failed, Loading, Notice, Pager, useErrorSentence } from '../parts';
import { useWords } from '../words';
import { OPERATIONS, useInstant, useJobName } from './words';

const STATES = ['open', 'retried', 'dismissed'] as const;

/** Jobs that have finally failed, with what a person can do about them. */
export function DeadJobsCard({ mayChange }: { readonly mayChange: boolean }): ReactElement {
  const say = useWords(OPERATIONS);
  const [state, setState] = useState<DeadJob['state']>('open');
  const [page, setPage] = useState(1);
  const [done, setDone] = useState('');
  const { data, error, refetch } = useQuery({
    ...deadJobsQuery(page, state),
    placeholderData: (before) => before,
  });
  return (
    <Card title={say('dead')} hint={say('dead.hint')} bare>
      <div className="chips" role="group" aria-label={say('dead.filter')}>
        {STATES.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={state === one}
            onClick={() => {
              setState(one);
              setPage(1);
            }}
          >
            {say(`dead.${one}`)}
          </button>
        ))}
      </div>
      <div role="status">{done && <Notice tone="good">{done}</Notice>}</div>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {data?.rows.length === 0 && <p className="nothing">{say(`dead.none.${state}`)}</p>}
      {data && data.rows.length > 0 && (
        <>
          <p className="nothing sub">{say('dead.count', { number: data.total })}</p>
          <ul className="dead-jobs">
            {data.rows.map((job) => (
              <Row key={job.id} job={job} mayChange={mayChange && job.state === 'open'} onDone={setDone} />
            ))}
          </ul>
          <Pager page={data.page} pageSize={data.pageSize} total={data.total} onPage={setPage} />
        </>
      )}
    </Card>
  );
}

interface RowProps {
  readonly job: DeadJob;
  readonly mayChange: boolean;
  readonly onDone: (sentence: string) => void;
}

function Row({ job, mayChange, onDone }: RowProps): ReactElement {
  const say = useWords(OPERATIONS);
  const at = useInstant();
  const name = useJobName()(job.contract);
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: (way: 'retry' | 'dismiss') => (way === 'retry' ? retryDeadJob : dismissDeadJob)(job.id),
    onSuccess: (_, way) => onDone(say(`${way}.done`, { job: name })),
    onSettled: () => queries.invalidateQueries({ queryKey: operationsQuery.queryKey }),
  });
  const busy = settle.isPending && say('retrying');
  return (
    <li>
      <div>
        <b>{name}</b>
        <span className="sub">
          <span className="sr">{say('dead.at')} </span>
          {at(job.at)}
        </span>
        <span className="sub">{say('dead.attempts', { number: job.attempts })}</span>
        {job.payload !== '{}' && <span className="sub">{say('dead.payload', { payload: job.payload })}</span>}
        {job.requestId && <span className="sub">{say('dead.request', { id: job.requestId })}</span>}
        <p className="why">
          <span className="sr">{say('dead.error')} </span>
          {job.error}
        </p>
        {settle.error && (
          <Notice tone="bad" role="alert">
            {sentence(settle.error)}
          </Notice>
        )}
      </div>
      {mayChange && (
        <div className="ways">
          <Button
            small
            aria-label={say('retry_of', { job: name })}
            busy={busy}
            onClick={() => settle.mutate('retry')}
          >
            {say('retry')}
          </Button>
          <Button
            small
            kind="quiet"
            aria-label={say('dismiss_of', { job: name })}
            onClick={() => settle.mutate('dismiss')}
          >
            {say('dismiss')}
          </Button>
        </div>
      )}
    </li>
  );
}
