/**
 * A program or item as it is printed or said: 第7節 (1)ア, 7（1）ア, 7-(1). Digits may be full width; a number with more digits
 * is a year.
 */
const PRINTED =
  /(^|\s)第?\s*([0-9０-９]{1,3})(?:\s*節)?\s*[-－‐–]?\s*[(（]\s*([0-9０-９]{1,3})\s*[)）]\s*[-－‐–]?\s*([ア-ン]?)(?=\s|$)/g;

/** Writes printed numbers as the plan's keys have them (7-(1)-ア), which is what an entry is found by. */
export function withPlanKeys(query: string): string {
  return query.replaceAll(
    PRINTED,
    (_, before: string, section: string, program: string, marker: string) =>
      `${before}${section}-(${program})${marker && `-${marker}`}`,
  );
}
