import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../parts';
import { useWords } from '../words';

function subscribe(notify: () => void): () => void {
  window.addEventListener('online', notify);
  window.addEventListener('offline', notify);
  return () => {
    window.removeEventListener('online', notify);
    window.removeEventListener('offline', notify);
  };
}

/** Whether this device has a network at all. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

export function OfflineBar(): ReactElement {
  const say = useWords('frame');
  const online = useOnline();
  return (
    <div className="offline" role="status">
      {!online && (
        <p>
          <Icon name="warning" small />
          {say('offline')}
        </p>
      )}
    </div>
  );
}
