import { useEffect, useRef } from 'react';
import { isForPage } from '../frame/single-keys';

interface Actions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly approve: () => void;
  readonly giveBack: () => void;
  readonly close: () => void;
}

const KEYS: Readonly<Record<string, keyof Actions>> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  r: 'giveBack',
  Escape: 'close',
};

/** Single letters decide where they are meant for the page; Escape closes also while somebody types. */
export function useDecisionKeys(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      // What a field has taken for itself, as Escape of a list of people, is not meant for the page.
      if (action === undefined || event.repeat || event.defaultPrevented) return;
      if (action === 'close' ? document.querySelector('dialog[open]') : !isForPage(event)) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
