import type { ReactElement } from 'react';
import type { Decision } from '../api';
import { Icon } from '../parts';
import type { Writing } from './report-writing';

const CHOICES = ['as_is', 'partly', 'again'] as const;

interface DecisionBoxProps {
  readonly decision: Decision | null;
  /** Whether the year is open, so that the meeting can still decide. */
  readonly decidable: boolean;
  readonly writing: Writing;
}

/**
 * What the meeting decided; while nothing is recorded, the box in which it is written by hand. Of a closed year nothing can
 * be recorded any more: there is nothing to write into.
 */
export function DecisionBox({ decision, decidable, writing }: DecisionBoxProps): ReactElement {
  const { say, named, plainFullDay } = writing;
  if (decision === null && !decidable) {
    return (
      <section aria-label={say('decision.title')}>
        <h2>{say('decision.title')}</h2>
        <p className="t">{say('decision.none')}</p>
      </section>
    );
  }
  return (
    <section className="decision" aria-label={say('decision.title')}>
      <div className="dh">
        <h2>{say('decision.title')}</h2>
        <span>
          {decision === null
            ? say('decision.meeting')
            : say('decision.met', { date: plainFullDay(decision.decidedOn), body: decision.body })}
        </span>
      </div>
      <div className="db">
        <ul>
          {CHOICES.map((choice) => (
            <li key={choice}>
              <Check on={decision?.verdict === choice} />
              {say(`decision.${choice}`)}
              {decision?.verdict === choice && <span className="sr">{say('decision.chosen')}</span>}
            </li>
          ))}
        </ul>
        {decision === null ? (
          <Lines writing={writing} />
        ) : (
          <div className="decided">
            <p>
              <b>{say('decision.direction', { direction: named('direction', decision.direction) })}</b>
            </p>
            <p>{decision.text === '' ? say('decision.no_text') : decision.text}</p>
          </div>
        )}
      </div>
    </section>
  );
}

function Check({ on }: { readonly on: boolean }): ReactElement {
  return (
    <span className="check" aria-hidden="true">
      {on && <Icon name="tick" small />}
    </span>
  );
}

function Lines({ writing: { say } }: Pick<DecisionBoxProps, 'writing'>): ReactElement {
  return (
    <>
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
    </>
  );
}
