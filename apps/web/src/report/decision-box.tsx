import type { ReactElement } from 'react';
import { useWords } from '../words';
import { REPORT } from './words';

const CHOICES = ['as_is', 'partly', 'again'] as const;

/** The box in which the meeting writes its decision by hand. */
export function DecisionBox(): ReactElement {
  const say = useWords(REPORT);
  return (
    <section className="decision" aria-label={say('decision.title')}>
      <div className="dh">
        <h2>{say('decision.title')}</h2>
        <span>{say('decision.meeting')}</span>
      </div>
      <div className="db">
        <ul>
          {CHOICES.map((choice) => (
            <li key={choice}>
              <span className="check" aria-hidden="true" />
              {say(`decision.${choice}`)}
            </li>
          ))}
        </ul>
        <div className="lines">
          <p>{say('decision.text')}</p>
          <i />
          <i />
          <i />
        </div>
        <dl>
          <div>
            <dt>{say('decision.post')}</dt>
            <dd />
          </div>
          <div>
            <dt>{say('decision.due')}</dt>
            <dd />
          </div>
        </dl>
      </div>
    </section>
  );
}
