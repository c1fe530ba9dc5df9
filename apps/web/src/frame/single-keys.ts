const KEPT = 'mawasu.single-keys';

/**
 * Whether single letters do something on this browser. Whoever speaks to the computer turns them off: a dictated word
 * must not press keys (WCAG 2.2, success criterion 2.1.4).
 */
export const singleKeysWork = (): boolean => localStorage.getItem(KEPT) !== 'off';

export function letSingleKeysWork(work: boolean): void {
  if (work) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'off');
}

const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';

/** Whether a key that was pressed is meant for the page: nobody types, no dialog asks, and single letters may work. */
export function isForPage(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !singleKeysWork()) return false;
  if (target instanceof HTMLElement && target.matches(TYPED_INTO)) return false;
  return document.querySelector('dialog[open]') === null;
}
