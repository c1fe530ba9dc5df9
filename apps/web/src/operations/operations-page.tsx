import './operations.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { operationsQuery } from '../api/operations';
import type { Operations } from '../api';
import { Failed, Loading, Notice, PageTitle } from '../parts';
import { useWords } from '../words';
import { DeadJobsCard } from './dead-jobs-card';
import { QueueCard } from './queue-card';
import { TimetableCard } from './timetable-card';
import { OPERATIONS } from './words';
import { WorkersCard } from './workers-card';

/** 運用: whether the work behind the pages is done, and what could not be. */
export default function OperationsPage(): ReactElement {
  const say = useWords(OPERATIONS);
  const { data, error, refetch } = useQuery(operationsQuery);
  return (
    <div className="operations">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      <p className="sub">{say('lead')}</p>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={6} />}
      {data && (
        <>
          <Health failed={data.failedChecks} />
          <DeadJobsCard mayChange={data.mayChange} />
          <TimetableCard timetable={data.timetable} />
          <div className="operations-pair">
            <WorkersCard workers={data.workers} />
            <QueueCard queue={data.queue} mayOpen={data.mayChange} />
          </div>
        </>
      )}
    </div>
  );
}

function Health({ failed }: { readonly failed: Operations['failedChecks'] }): ReactElement {
  const say = useWords(OPERATIONS);
  if (failed.length === 0)
    return (
      <Notice tone="good" role="status">
        {say('healthy')}
      </Notice>
    );
  return (
    <Notice tone="bad" role="alert">
      <p>{say('unhealthy')}</p>
      <ul>
        {failed.map(({ name, why }) => (
          <li key={name}>
            {say(`check.${name}`)}{' '}
            <span className="sub" lang="en">
              {why}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
