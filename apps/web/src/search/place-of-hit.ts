import type { SearchHit } from '../api';

/** The page of what was found; a person has none. Outsiders have no page of an item, but that of its section. */
export function placeOfHit(hit: SearchHit, outsider: boolean): string | null {
  const key = encodeURIComponent(hit.key);
  const section = `/plan/${encodeURIComponent(hit.sectionKey ?? '')}`;
  switch (hit.type) {
    case 'section':
      return `/plan/${key}`;
    case 'policy':
    case 'indicator':
      return section;
    case 'program':
      return `${section}#${key}`;
    case 'item':
      return outsider ? section : `/items/${key}`;
    case 'sheet':
      return `/sheets/${key}`;
    case 'report':
      return `/reports/${hit.fiscalYear}/sections/${encodeURIComponent(hit.sectionKey ?? '')}`;
    case 'person':
      return null;
  }
}
