/** The id of the input for a field of a cycle, so that an error leads to it. */
export function fieldId(field: string): string {
  return `cycle-${field.replaceAll('.', '-')}`;
}
