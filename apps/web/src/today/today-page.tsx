import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { todayQuery } from '../api';
import type { Today } from '../api';
import { useSession } from '../frame/session';
import { Button, Empty, Failed, Loading, PageTitle, useFormats } from '../parts';
import { Sentence, useWords } from '../words';
import { TodayGroupList } from './today-group';
import './today.css';
import './words';

/** 要対応一覧: what I must do, what came back and why, what waits for me; nothing else. */
export default function TodayPage(): ReactElement {
  const { data: today, error, refetch } = useQuery(todayQuery);
  if (error && !today) return <Failed page error={error} retry={() => void refetch()} />;
  return (
    <>
      <Head today={today} />
      {today ? <Lists today={today} /> : <Loading />}
    </>
  );
}

const toDo = (today: Today) => today.groups.filter((group) => group.kind !== 'waiting' && group.total > 0);

function Head({ today }: { readonly today: Today | undefined }): ReactElement {
  const say = useWords('today');
  const { fullDay } = useFormats();
  const session = useSession();
  const groups = today ? toDo(today) : [];
  const [first] = groups;
  const count = groups.reduce((sum, group) => sum + group.total, 0);
  return (
    <div className="today-head">
      <div>
        <p className="sub">
          {fullDay(today?.date ?? session.today)}　{session.person.departmentName}
        </p>
        <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      </div>
      {first && (
        <p className="today-lead">
          <Sentence
            of="today"
            say="lead"
            values={{ count, first: say(`first.${first.kind}`, { count: first.total }) }}
          />
        </p>
      )}
    </div>
  );
}

function Lists({ today }: { readonly today: Today }): ReactElement {
  const say = useWords('today');
  const groups = toDo(today);
  const waiting = today.groups.find((group) => group.kind === 'waiting' && group.total > 0);
  const [shown, setShown] = useState(false);
  const { manages } = useSession();
  const nothing = groups.length === 0;
  return (
    <>
      {groups.map((group, at) => (
        <TodayGroupList key={group.kind} group={group} date={today.date} leads={at === 0} />
      ))}
      {nothing && (
        <Empty title={say('empty.title')}>
          <p>{say(`empty.${stateOf(today, waiting !== undefined, manages)}`)}</p>
          <p className="sub">
            <Next today={today} words="empty.next" />
          </p>
          {waiting && !shown && (
            <Button onClick={() => setShown(true)}>{say('empty.waiting', { count: waiting.total })}</Button>
          )}
        </Empty>
      )}
      {waiting && (!nothing || shown) && <TodayGroupList group={waiting} date={today.date} leads={false} />}
      {!nothing && (
        <p className="sub today-foot">
          <Next today={today} words="next" />
        </p>
      )}
    </>
  );
}

/** Only what is known: that all is submitted is said to those who have submitted something. */
function stateOf({ next }: Today, submitted: boolean, manages: boolean): string {
  if (submitted) return 'done';
  if (next !== null) return 'nothing_now';
  return manages ? 'nothing_to_approve' : 'nothing_of_own';
}

/** What starts next and when, so that nobody needs to look it up. */
function Next({ today, words }: { readonly today: Today; readonly words: string }): ReactElement | null {
  const say = useWords('today');
  const stage = useWords('parts');
  const { year, day } = useFormats();
  if (today.next === null) return null;
  const { next } = today;
  return (
    <>
      {say(next.own ? words : 'next_below', {
        date: day(next.opensOn),
        year: year(next.fiscalYear),
        stage: stage(`stage.${next.stage}`),
        count: next.sheets,
      })}
    </>
  );
}
