import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router';
import { countsQuery } from '../api';
import type { Counts, Session } from '../api';
import { Dialog, Icon } from '../parts';
import type { IconName } from '../parts';
import { useWords } from '../words';
import { oversees, ownWork } from './home';
import { mayRead, readsWholeCycle } from './readers';
import { useSession } from './session';

interface MenuItem {
  readonly key: string;
  readonly to: string;
  readonly icon: IconName;
  readonly count?: number | undefined;
  /** Which addresses belong to it. */
  readonly covers: (path: string) => boolean;
}

const under = (place: string) => (path: string) => path === place || path.startsWith(`${place}/`);

/** What the person sees, in the order of how often it is used. */
function menuOf(session: Session, counts: Partial<Counts>): MenuItem[] {
  const { roles, manages, outsider } = session;
  // Offices that oversee, and who stands in for somebody, seldom approve: the queue is offered when something waits.
  const toDecide = (counts.approvals ?? 0) + (counts.standIn ?? 0);
  const approves = (manages && !oversees(session)) || toDecide > 0;
  const overview: MenuItem = { key: 'overview', to: '/reports', icon: 'flag', covers: under('/reports') };
  const leads = roles.includes('management');
  const items: (MenuItem | false)[] = [
    {
      key: 'today',
      to: '/',
      icon: 'list',
      count: ownWork(counts),
      covers: (path) => path === '/' || under('/sheets')(path),
    },
    approves && {
      key: 'approvals',
      to: '/approvals',
      icon: 'tick-ring',
      count: toDecide,
      covers: under('/approvals'),
    },
    leads && overview,
    mayRead('cycle', session) && {
      key: readsWholeCycle(session) ? 'cycle' : 'board',
      to: '/cycle',
      icon: 'clock',
      covers: under('/cycle'),
    },
    {
      key: 'plan',
      to: '/plan',
      icon: 'tree',
      covers: (path) => under('/plan')(path) || under('/items')(path),
    },
    !outsider && { key: 'indicators', to: '/indicators', icon: 'chart', covers: under('/indicators') },
    !leads && !outsider && overview,
    mayRead('data', session) && { key: 'data', to: '/data', icon: 'database', covers: under('/data') },
    mayRead('letters', session) && {
      key: 'letters',
      to: '/letters',
      icon: 'mail',
      covers: under('/letters'),
    },
    mayRead('operations', session) && {
      key: 'operations',
      to: '/operations',
      icon: 'sliders',
      covers: under('/operations'),
    },
  ];
  return items.filter((item) => item !== false);
}

/** The menu of the signed-in person with its counters. */
export function useMenu(): readonly MenuItem[] {
  const session = useSession();
  const counts = useQuery(countsQuery);
  return menuOf(session, counts.data ?? {});
}

/** More than this is not counted out in a badge. */
const MOST = 99;

function Count({ count }: { readonly count: number | undefined }): ReactElement | null {
  const say = useWords('frame');
  if (!count) return null;
  return (
    <span className="count">
      {count > MOST ? say('menu.many', { most: MOST }) : count}
      <span className="sr">{say('menu.count')}</span>
    </span>
  );
}

export function Tabs(): ReactElement {
  const say = useWords('frame');
  const items = useMenu();
  const { pathname } = useLocation();
  return (
    <nav className="tabs" aria-label={say('menu.label')}>
      {items.map((item) => (
        <Link key={item.key} to={item.to} aria-current={item.covers(pathname) ? 'page' : undefined}>
          {say(`menu.${item.key}`)}
          <Count count={item.count} />
        </Link>
      ))}
    </nav>
  );
}

/** On phones: the first items under the thumb, the rest behind ほか. */
export function TabBar(): ReactElement {
  const say = useWords('frame');
  const items = useMenu();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const shown = items.length > 5 ? items.slice(0, 4) : items;
  const rest = items.slice(shown.length);
  return (
    <nav className="bottom" aria-label={say('menu.label')}>
      {shown.map((item) => (
        <Link key={item.key} to={item.to} aria-current={item.covers(pathname) ? 'page' : undefined}>
          <Icon name={item.icon} />
          {say(`menu.${item.key}`)}
          <Count count={item.count} />
        </Link>
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          onClick={() => setOpen(true)}
          aria-haspopup="dialog"
          aria-current={rest.some(({ covers }) => covers(pathname)) ? 'true' : undefined}
        >
          <Icon name="more" />
          {say('menu.more')}
        </button>
      )}
      <Dialog title={say('menu.more')} open={open} onClose={() => setOpen(false)}>
        <ul className="more-menu">
          {rest.map((item) => (
            <li key={item.key}>
              <Link
                to={item.to}
                aria-current={item.covers(pathname) ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                <Icon name={item.icon} />
                {say(`menu.${item.key}`)}
                <Count count={item.count} />
              </Link>
            </li>
          ))}
        </ul>
      </Dialog>
    </nav>
  );
}
