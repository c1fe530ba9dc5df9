import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { clockQuery } from '../api';
import { Button, Icon, later, useFormats } from '../parts';
import { useWords } from '../words';
import { useSession } from './session';

const MoveClock = later(() => import('./move-clock'));

/** The sample city lives on a date of its own: it is always in view, and the planner can move it on. */
export function ClockBar(): ReactElement {
  const say = useWords('frame');
  const { fullDay } = useFormats();
  const { today, roles, mailInboxUrl } = useSession();
  const planner = roles.includes('planner');
  const { data: clock } = useQuery({ ...clockQuery, enabled: planner });
  const [moving, setMoving] = useState(false);
  return (
    <div className="clock" role="region" aria-label={say('clock.label')}>
      <p>
        <Icon name="calendar" small />
        <span>{say('clock.sample')}</span>
        <b>{fullDay(clock?.today ?? today)}</b>
      </p>
      {planner && clock?.movable && (
        <Button small onClick={() => setMoving(true)}>
          {say('clock.move')}
        </Button>
      )}
      {mailInboxUrl && (
        <a className="btn quiet clock-inbox" href={mailInboxUrl} target="_blank" rel="noreferrer">
          <Icon name="mail" small />
          <span>{say('clock.inbox')}</span>
        </a>
      )}
      {moving && clock && <MoveClock clock={clock} onClose={() => setMoving(false)} />}
    </div>
  );
}
