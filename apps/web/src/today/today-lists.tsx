import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { countsQuery } from '../api';
import type { Today, TodayGroup } from '../api';
import { useSession } from '../frame/session';
import { Button, ButtonLink, Empty, later, Notice, Pager, useFormats } from '../parts';
import { useWords } from '../words';
import { todayPath } from './today-address';
import type { TodayAddress } from './today-address';
import { TodayFilter } from './today-filter';
import { TodayGroupList } from './today-group';
import { URGENCY } from './today-order';
import type { TodayKind } from './today-order';

/** Seldom there, so it comes when it is. */
const MentionGroup = later(() => import('./mentions/mention-group'));

interface Part {
  readonly kind: TodayKind;
  readonly total: number;
  /** Without one it is the mentions. */
  readonly group: TodayGroup | null;
}

/** What the reader must do, the most urgent first; what waits for others is not among it. */
export function toDo(today: Today): readonly Part[] {
  const { mentions, groups } = today;
  return URGENCY.flatMap((kind): Part[] => {
    if (kind === 'mentions') return mentions.total > 0 ? [{ kind, total: mentions.total, group: null }] : [];
    const group = groups.find((one) => one.kind === kind && one.total > 0);
    return group ? [{ kind, total: group.total, group }] : [];
  });
}

export const isNarrowed = ({ kind, stage }: TodayAddress): boolean => kind !== null || stage !== null;

interface TodayListsProps {
  readonly today: Today;
  readonly address: TodayAddress;
}

/** The groups of the day, or those that were chosen. */
export function TodayLists({ today, address }: TodayListsProps): ReactElement {
  const say = useWords('today');
  const navigate = useNavigate();
  const parts = toDo(today);
  const waiting = today.groups.find((group) => group.kind === 'waiting' && group.total > 0);
  const [shown, setShown] = useState(false);
  const nothing = parts.length === 0;
  const narrowed = isNarrowed(address);
  // Of all kinds together only the beginning is shown; the rest of one is behind it.
  const all = (kind: TodayKind) => (address.kind === null ? todayPath({ kind, stage: address.stage }) : null);
  return (
    <>
      {!narrowed && <StandIn />}
      <TodayFilter address={address} counts={today.counts} by="kind" />
      {parts.map(({ kind, group }, at) =>
        group === null ? (
          <MentionGroup key={kind} mentions={today.mentions} />
        ) : (
          <TodayGroupList
            key={kind}
            group={group}
            date={today.date}
            leads={parts.findIndex((part) => part.group !== null) === at}
            all={all(kind)}
          />
        ),
      )}
      {nothing && !narrowed && (
        <Done today={today} waiting={waiting} shown={shown} onShow={() => setShown(true)} />
      )}
      {nothing && narrowed && !waiting && (
        <Empty title={say('filter.none')}>
          <Link to="/">{say('filter.leave')}</Link>
        </Empty>
      )}
      {waiting && (!nothing || narrowed || shown) && (
        <TodayGroupList group={waiting} date={today.date} leads={false} all={all('waiting')} />
      )}
      {address.kind !== null && (
        <Pager
          page={today.page}
          pageSize={today.pageSize}
          total={today.counts.total}
          onPage={(page) => {
            void navigate(todayPath({ ...address, page }));
            window.scrollTo({ top: 0 });
          }}
        />
      )}
      {!nothing && !narrowed && (
        <p className="sub today-foot">
          <Next today={today} words="next" />
        </p>
      )}
    </>
  );
}

/** 後閲: who comes back is led to what was decided in their place. */
function StandIn(): ReactElement | null {
  const say = useWords('today');
  const { data } = useQuery(countsQuery);
  if (!data || data.standIn === 0) return null;
  return (
    <Notice tone="flat">
      {say('stand_in', { count: data.standIn })} <Link to="/approvals">{say('stand_in.read')}</Link>
    </Notice>
  );
}

interface DoneProps {
  readonly today: Today;
  readonly waiting: TodayGroup | undefined;
  readonly shown: boolean;
  readonly onShow: () => void;
}

function Done({ today, waiting, shown, onShow }: DoneProps): ReactElement {
  const say = useWords('today');
  const { manages, roles } = useSession();
  return (
    <Empty title={say('empty.title')}>
      <p>{say(`empty.${stateOf(today, waiting !== undefined, manages)}`)}</p>
      <p className="sub">
        <Next today={today} words="empty.next" />
      </p>
      {waiting && !shown && (
        <Button onClick={onShow}>{say('empty.waiting', { count: waiting.total })}</Button>
      )}
      {roles.some((role) => role === 'management' || role === 'auditor') && (
        <ButtonLink to="/reports">{say('empty.overview')}</ButtonLink>
      )}
    </Empty>
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
