import { useQuery } from '@tanstack/react-query';
import { countsQuery } from '../api';
import { homeOf, oversees, TODAY } from './home';
import type { Home } from './home';
import { useSession } from './session';

/** Where the signed-in person begins; null until it is known what waits for them. */
export function useHome(): Home | null {
  const session = useSession();
  const counts = useQuery(countsQuery);
  if (counts.data) return homeOf(session, counts.data);
  return counts.isPending && oversees(session) ? null : TODAY;
}
