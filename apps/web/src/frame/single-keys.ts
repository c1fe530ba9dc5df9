import { useSyncExternalStore } from 'react';

const KEPT = 'mawasu.single-keys';

/**
 * Whether single letters do something on this browser. Whoever speaks to the computer turns them off: a dictated word
 * must not press keys (WCAG 2.2, success criterion 2.1.4).
 */
export const singleKeysWork = (): boolean => localStorage.getItem(KEPT) !== 'off';

/** Keeps on this browser whether single letters do something. */
export function letSingleKeysWork(work: boolean): void {
  if (work) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'off');
  window.dispatchEvent(new Event(KEPT));
}

function subscribe(changed: () => void): () => void {
  for (const news of [KEPT, 'storage']) window.addEventListener(news, changed);
  return () => {
    for (const news of [KEPT, 'storage']) window.removeEventListener(news, changed);
  };
}

/** The same for what is drawn: keys that do nothing are not shown. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysWork);

/** Radio buttons too: the letters of a grade are also the letters of what can be done with a sheet. */
const TYPED_INTO = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Whether a key that was pressed is meant for the page: nobody types, no dialog asks, and single letters may work. */
export function isForPage(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !singleKeysWork()) return false;
  if (target instanceof HTMLElement && target.matches(TYPED_INTO)) return false;
  return document.querySelector('dialog[open]') === null;
}
