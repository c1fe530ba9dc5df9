import { useLocation } from 'react-router';
import { originOf } from './origin';
import type { Origin } from './origin';
import { visited } from './visits';

/** The list from which this page was reached, or null for its normal way. */
export function useOrigin(): Origin | null {
  const { key } = useLocation();
  const { visits, here } = visited();
  return originOf(key, visits, here);
}
