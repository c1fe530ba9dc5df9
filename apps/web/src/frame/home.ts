import type { Counts, Session } from '../api';

/** Where a person begins: the address and the menu's word for it. */
export interface Home {
  readonly key: 'today' | 'overview';
  readonly to: string;
}

export const TODAY: Home = { key: 'today', to: '/' };
const OVERVIEW: Home = { key: 'overview', to: '/reports' };

/** What the reader has to do: as many as Today lists and says in its first sentence. */
export function ownWork({ today = 0, mentions = 0, approvals = 0 }: Partial<Counts>): number {
  return today + mentions + approvals;
}

type Beginner = Pick<Session, 'roles' | 'outsider'>;

/** Offices that oversee the whole: they read, and seldom write or approve. */
export function oversees({ roles }: Pick<Session, 'roles'>): boolean {
  return roles.includes('management') || roles.includes('auditor');
}

/** Who oversees begins at the overview, unless something waits for them on Today; everybody else begins there. */
export function homeOf(person: Beginner, counts: Partial<Counts>): Home {
  if (person.outsider || !oversees(person)) return TODAY;
  return ownWork(counts) + (counts.standIn ?? 0) > 0 ? TODAY : OVERVIEW;
}

/** Goes along from the sign-in page with whoever wanted no page in particular. */
export const ENTERING = { entering: true } as const;

/** Whether somebody comes from the sign-in page. */
export const isEntering = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'entering' in state;
