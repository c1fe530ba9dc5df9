import { useLocation } from 'react-router';
import { originOf } from './origin';
import type { Origin } from './origin';
import { entryOf, visited } from './visits';

/** The list from which this page was reached, or null for its normal way. */
export function useOrigin(): Origin | null {
  const { key, pathname, search } = useLocation();
  const { visits, here } = visited();
  return originOf(entryOf(key, `${pathname}${search}`), visits, here);
}
