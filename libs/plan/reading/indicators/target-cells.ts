import type { DatedCell } from './table-rows.js';
import { readValue } from './value.js';

const afterYear = /(?<=[)）])\s*[、,，/／→⇒]?\s*(?=[△▲\d])/;
const beforeYear = /\s*[、,，/／→⇒\s]\s*(?=(?:R|H|令和|平成|20\d\d)[^:：]{0,8}[:：])/;

/** Several targets in one cell, each with its year: `50.0(R7)、60.0(R11)`, `R7：50.0 R11：60.0`. */
export function splitTargets(cell: DatedCell): DatedCell[] {
  for (const separator of [afterYear, beforeYear]) {
    const parts = cell.printed.split(separator).map((printed) => ({ printed, year: cell.year }));
    if (parts.length > 1 && parts.every(({ printed }) => isDatedNumber(printed))) return parts;
  }
  return [cell];
}

function isDatedNumber(printed: string): boolean {
  const value = readValue(printed);
  return value.kind === 'number' && value.year !== null;
}
