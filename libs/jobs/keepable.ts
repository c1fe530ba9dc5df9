/** PostgreSQL keeps neither a NUL nor half of a character, wherever a job may have got it from. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** A value as JSON that `jsonb` takes; what it cannot keep is left out of names and words. */
export function keepable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return clean(part);
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([name, of]) => [clean(name), of]));
  });
}
