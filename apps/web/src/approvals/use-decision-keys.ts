import { useEffect, useRef } from 'react';

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

/** Single letters decide only while nobody is typing and no dialog is open. */
export function useDecisionKeys(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (action === undefined || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open]')) return;
      if (action !== 'close' && isTyping(event.target)) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
