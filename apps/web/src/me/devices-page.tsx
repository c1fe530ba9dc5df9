import './me.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { queryClient } from '../api';
import { endOtherSessions, endSession, ownSessionsQuery } from '../api/me';
import type { OwnSession } from '../api';
import { Badge, Button, Card, Failed, Loading, Notice, PageTitle, useErrorSentence } from '../parts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useInstant } from '../parts/use-instant';
import { useWords } from '../words';
import { MeNav } from './me-nav';
import { ME } from './words';

type Sessions = Awaited<ReturnType<typeof endSession>>;

/** Where I am signed in; what I do not know is ended from here. */
export default function DevicesPage(): ReactElement {
  const say = useWords(ME);
  const { data, error, refetch } = useQuery(ownSessionsQuery);
  const sentence = useErrorSentence();
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const keep = (sessions: Sessions) => queryClient.setQueryData(ownSessionsQuery.queryKey, sessions);
  const ending = useMutation({
    mutationFn: endSession,
    onSuccess: (sessions) => {
      keep(sessions);
      setSaid(say('devices.ended'));
    },
    // Somebody was quicker, most likely on the device itself.
    onError: () => void refetch(),
  });
  const endingOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: (sessions) => {
      keep(sessions);
      setSaid(say('devices.ended_others'));
    },
    onSettled: () => setAsking(false),
  });
  const failed = ending.error ?? endingOthers.error;
  const others = (data?.sessions ?? []).filter(({ current }) => !current);
  return (
    <div className="me-page">
      <PageTitle tab={say('devices.title')}>{say('devices.title')}</PageTitle>
      <MeNav />
      <p className="sub">{say('devices.lead')}</p>
      <Card
        title={say('devices.list')}
        end={data && <span className="sub">{say('devices.count', { count: data.sessions.length })}</span>}
      >
        {error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading rows={2} />}
        {failed && (
          <Notice tone="bad" role="alert">
            {sentence(failed)}
          </Notice>
        )}
        <p className="me-said" role="status">
          {said}
        </p>
        {data && (
          <ul className="me-list me-devices">
            {data.sessions.map((session) => (
              <Device
                key={session.id}
                session={session}
                busy={ending.isPending && ending.variables === session.id}
                onEnd={() => {
                  setSaid('');
                  ending.mutate(session.id);
                }}
              />
            ))}
          </ul>
        )}
        {data && others.length === 0 && <p className="sub">{say('devices.only')}</p>}
        {others.length > 0 && (
          <p>
            <Button icon="out" onClick={() => setAsking(true)}>
              {say('devices.end_others')}
            </Button>
          </p>
        )}
      </Card>
      <ConfirmDialog
        title={say('devices.end_others')}
        open={asking}
        keep={say('devices.keep')}
        act={say('devices.end_all')}
        busy={endingOthers.isPending && say('devices.ending')}
        onAct={() => {
          setSaid('');
          endingOthers.mutate();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{say('devices.end_others_what', { count: others.length })}</p>
      </ConfirmDialog>
    </div>
  );
}

interface DeviceProps {
  readonly session: OwnSession;
  readonly busy: boolean;
  readonly onEnd: () => void;
}

function Device({ session, busy, onEnd }: DeviceProps): ReactElement {
  const say = useWords(ME);
  const name = useDeviceName()(session);
  const moment = useInstant();
  const since = moment(session.startedAt);
  return (
    <li>
      <Badge tone={session.current ? 'key' : 'none'} icon={session.current ? 'tick-ring' : 'person'}>
        {say(session.current ? 'devices.this' : 'devices.other')}
      </Badge>
      <div>
        <b>{name}</b>
        <p className="sub">
          {say('devices.since', { when: since })}
          <br />
          {say('devices.used', { when: moment(session.usedAt) })}
        </p>
      </div>
      {!session.current && (
        <Button
          small
          aria-label={say('devices.end_one', { name, when: since })}
          busy={busy && say('devices.ending')}
          onClick={onEnd}
        >
          {say('devices.end')}
        </Button>
      )}
    </li>
  );
}

/** WindowsのEdge; what is not known is left out. */
function useDeviceName(): (session: OwnSession) => string {
  const say = useWords(ME);
  return ({ browser, system }) => {
    if (browser !== null && system !== null) return say('devices.name', { browser, system });
    return browser ?? system ?? say('devices.unknown');
  };
}
