import type { ReactElement } from 'react';
import type { Operations } from '../api';
import { Badge, Card } from '../parts';
import { useWords } from '../words';
import { OPERATIONS, useInstant } from './words';

export function WorkersCard({ workers }: { readonly workers: Operations['workers'] }): ReactElement {
  const say = useWords(OPERATIONS);
  const at = useInstant();
  return (
    <Card title={say('workers')} hint={say('workers.hint')}>
      {workers.length === 0 && <p>{say('workers.none')}</p>}
      <ul className="operations-list">
        {workers.map((worker) => (
          <li key={worker.id}>
            <Badge tone={worker.silent ? 'bad' : 'good'} icon={worker.silent ? 'warning' : 'tick-ring'}>
              {say(worker.silent ? 'worker.silent' : 'worker.alive')}
            </Badge>
            <div>
              {say('worker.name', { host: worker.host, pid: worker.pid })}
              <span className="sub">{say('worker.beat', { at: at(worker.beatAt) })}</span>
              <span className="sub">{say('worker.since', { at: at(worker.startedAt) })}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
