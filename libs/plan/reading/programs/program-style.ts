import { isSentence } from '../text/join-lines.js';
import { headingOf } from './list-entries.js';
import type { ListEntry } from './list-entries.js';
import type { MarkerStyle } from './markers.js';

/**
 * Which markers head the programs of one list, the others being items: 【…】 always; else the first style of
 * the list when another one follows beneath it, or when its entries are numbered titles. Null: the list has
 * items only.
 */
export function programStyleOf(entries: readonly ListEntry[]): MarkerStyle | null {
  if (entries.some((entry) => entry.style === 'bracket')) return 'bracket';
  const first = entries[0]?.style;
  if (first === undefined || first === 'symbol-・' || first === 'dash') return null;
  const ofFirst = entries.filter((entry) => entry.style === first);
  const titles = ofFirst.filter((entry) => !isSentence(headingOf(entry).title)).length;
  if (titles * 2 < ofFirst.length) return null;
  const others = entries.length > ofFirst.length;
  const numbered = first === 'paren-number' || first === 'number' || first === 'number-parts';
  return others || numbered ? first : null;
}

/** The style that most lists of the document use for their programs; null when none has programs. */
export function commonProgramStyle(lists: readonly (readonly ListEntry[])[]): MarkerStyle | null {
  const counts = new Map<MarkerStyle, number>();
  for (const entries of lists) {
    const style = programStyleOf(entries);
    if (style !== null) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  return [...counts].reduce<[MarkerStyle | null, number]>(
    (best, each) => (each[1] > best[1] ? each : best),
    [null, 0],
  )[0];
}
