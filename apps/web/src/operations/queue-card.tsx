import type { ReactElement } from 'react';
import type { Operations } from '../api';
import { Card, useFormats } from '../parts';
import { useWords } from '../words';
import { OPERATIONS } from './words';

const STATES = ['waiting', 'active', 'delayed', 'failed'] as const;

interface QueueCardProps {
  readonly queue: Operations['queue'];
  readonly mayOpen: boolean;
}

export function QueueCard({ queue, mayOpen }: QueueCardProps): ReactElement {
  const say = useWords(OPERATIONS);
  const { number } = useFormats();
  return (
    <Card title={say('queue')} hint={say(`queue.kind.${queue.kind}`)}>
      {queue.depth === null ? (
        <p>{say('queue.away')}</p>
      ) : (
        <dl className="operations-depth">
          {STATES.map((state) => (
            <div key={state}>
              <dt>{say(`queue.${state}`)}</dt>
              <dd>{number(queue.depth?.[state] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayOpen && (
        <p>
          {/* Not a page of this app: the server answers it. */}
          <a className="btn" href="/operations/queue">
            {say('queue.board')}
          </a>
        </p>
      )}
    </Card>
  );
}
