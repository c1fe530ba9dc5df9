import type { ReactElement } from 'react';
import type { DecisionPage } from '../api';
import { useFormats } from '../parts';
import { useWords } from '../words';
import { DECISION } from './words';

/** Every version as it was recorded, newest first. */
export function DecisionHistory({ history }: Pick<DecisionPage, 'history'>): ReactElement {
  const say = useWords(DECISION);
  const { plainFullDay } = useFormats();
  return (
    <details className="decide-history">
      <summary>{say('history', { count: history.length })}</summary>
      <ol>
        {history.map((one) => (
          <li key={one.number}>
            <h3>
              {say('history.entry', {
                number: one.number,
                date: plainFullDay(one.businessDate),
                name: one.personName,
              })}
            </h3>
            {one.reason !== null && <p>{say('history.reason', { reason: one.reason })}</p>}
            <p className="sub">
              {say('history.line', {
                date: plainFullDay(one.decidedOn),
                body: one.body,
                verdict: say(`verdict.${one.verdict}`),
                direction: say(`direction.${one.direction}`),
              })}
            </p>
            {one.text !== '' && <p className="written">{one.text}</p>}
            <ul>
              {one.commitments.map(({ what, who, dueOn }, at) => (
                <li key={at}>{say('history.commitment', { what, who, date: plainFullDay(dueOn) })}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </details>
  );
}
