import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { SubNav } from '../parts/sub-nav';
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
  const { pathname } = useLocation();
  return (
    <SubNav
      label={say('nav')}
      entries={PAGES.map(([page, icon]) => ({
        key: page,
        to: `/me/${page}`,
        name: say(`nav.${page}`),
        icon,
        current: pathname === `/me/${page}`,
      }))}
    />
  );
}
