/** The id of a field's control on the page. */
export const fieldId = (field: string): string => `decision-${field.replaceAll('.', '-')}`;

/** Puts the focus where something is missing. */
export function focusField(field: string | undefined): void {
  if (field === undefined) return;
  const found = document.getElementById(fieldId(field));
  const control = found?.matches('input, textarea, select') ? found : found?.querySelector('input');
  if (control instanceof HTMLElement) control.focus();
}
