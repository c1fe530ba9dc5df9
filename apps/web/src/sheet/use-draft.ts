import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../frame/session';
import { DraftKeeper } from './draft-keeper';
import type { Draft, DraftSubject } from './draft-keeper';

/** The keeper of a sheet's draft and its present state; what is unsaved goes out when the page is left or hidden. */
export function useDraft(sheet: DraftSubject): { readonly keeper: DraftKeeper; readonly draft: Draft } {
  const { person } = useSession();
  const [keeper] = useState(() => new DraftKeeper(sheet, person.id));
  const draft = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  useEffect(() => {
    keeper.start();
    const send = () => void keeper.flush();
    const onHidden = () => document.visibilityState === 'hidden' && send();
    window.addEventListener('online', send);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('online', send);
      document.removeEventListener('visibilitychange', onHidden);
      send();
    };
  }, [keeper]);
  return { keeper, draft };
}
