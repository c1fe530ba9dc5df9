import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import { Icon } from '../parts';
import type { IconName } from '../parts';
import { useWords } from '../words';
import { ME } from './words';

const PAGES: readonly (readonly [string, IconName])[] = [
  ['mail', 'mail'],
  ['look', 'globe'],
  ['devices', 'person'],
];

/** The pages about oneself. */
export function MeNav(): ReactElement {
  const say = useWords(ME);
  return (
    <nav className="chips me-nav" aria-label={say('nav')}>
      {PAGES.map(([page, icon]) => (
        <NavLink key={page} className="chip" to={`/me/${page}`}>
          <Icon name={icon} small />
          {say(`nav.${page}`)}
        </NavLink>
      ))}
    </nav>
  );
}
