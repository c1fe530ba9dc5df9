import { useEffect, useRef } from 'react';

interface Actions {
  readonly save: () => void;
  readonly submit: () => void;
}

/** Ctrl+S saves at once, Ctrl+Enter submits (⌘ on a Mac). */
export function useShortcuts(actions: Actions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      const action = event.key === 's' ? 'save' : event.key === 'Enter' ? 'submit' : null;
      if (action === null || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
