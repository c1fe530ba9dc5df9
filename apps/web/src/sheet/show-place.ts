/** Brings what lies under the form into view and puts the focus on it. */
export function showPlace(place: 'evidence' | 'comments'): void {
  const found = document.getElementById(place);
  found?.scrollIntoView({ block: 'start' });
  found?.focus({ preventScroll: true });
}
