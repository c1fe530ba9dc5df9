import type { ReactElement } from 'react';
import type { Operations } from '../api';
import { Badge, Card } from '../parts';
import { useWords } from '../words';
import { OPERATIONS, useInstant, useJobName } from './words';

export function TimetableCard({ timetable }: { readonly timetable: Operations['timetable'] }): ReactElement {
  const say = useWords(OPERATIONS);
  const at = useInstant();
  const jobName = useJobName();
  return (
    <Card title={say('timetable')} hint={say('timetable.hint')} bare>
      <table>
        <caption className="sr">{say('timetable')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('timetable.job')}</th>
            <th scope="col">{say('timetable.last')}</th>
            <th scope="col">{say('timetable.next')}</th>
          </tr>
        </thead>
        <tbody>
          {timetable.map((line) => (
            <tr key={line.job}>
              <th scope="row">{jobName(line.job)}</th>
              <td>
                <span className="narrow">{say('timetable.last')}</span>
                {line.lastSlot ? at(line.lastSlot) : say('timetable.never')}
                {line.merged > 0 && (
                  <span className="sub">{say('timetable.merged', { number: line.merged })}</span>
                )}
              </td>
              <td>
                <span className="narrow">{say('timetable.next')}</span>
                {line.nextDue && at(line.nextDue)}
                {line.late && (
                  <Badge tone="bad" icon="warning">
                    {say('late')}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
