import { useFormats } from '../parts';
import { hasWords, useWords } from '../words';

/** What the page calls a field of the sheet; a field that is younger than the page goes by its key. */
export function useFieldName(): (field: string) => string {
  const words = useWords('sheet');
  return (field) => (hasWords('sheet', `field.${field}`) ? words(`field.${field}`) : field);
}

/** Several fields in one line. */
export function useFieldNames(): (fields: readonly string[]) => string {
  const name = useFieldName();
  const { list } = useFormats();
  return (fields) => list(fields.map(name));
}
