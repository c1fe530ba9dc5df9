/**
 * A program or item as it is printed or said: 第7節 (1)ア, 7（1）ア, 7-(1). Digits may be full width; a number with more digits
 * is a year.
 */
const PRINTED =
  /^第?\s*([0-9]{1,3})\s*[章節編部款項]?\s*[-‐–]?\s*[(]\s*([0-9]{1,3})\s*[)]\s*[-‐–]?\s*([ア-ン]?)$/;

/** The key in the plan (7-(1)-ア) of what a query names by its number and by nothing else; null when it names more. */
export function planKeyOf(query: string): string | null {
  const [, section, program, marker] = PRINTED.exec(query.normalize('NFKC').trim()) ?? [];
  if (section === undefined || program === undefined) return null;
  return `${section}-(${program})${marker ? `-${marker}` : ''}`;
}
