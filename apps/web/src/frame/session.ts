import { createContext, useContext } from 'react';
import type { Session } from '../api';

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only pages inside the frame ask, and the frame shows them to nobody else. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used outside the frame');
  return session;
}
