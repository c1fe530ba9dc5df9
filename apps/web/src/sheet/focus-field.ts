const CONTROLS = 'input:not([tabindex="-1"]), textarea, select, button, summary, a[href]';

/** Brings a field into view and puts the focus on its first control. */
export function focusField(key: string): void {
  const place = document.getElementById(`f-${key}`) ?? document.getElementById(`q-${key}`);
  if (place === null) return;
  const control = place.matches(CONTROLS) ? place : place.querySelector<HTMLElement>(CONTROLS);
  place.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
