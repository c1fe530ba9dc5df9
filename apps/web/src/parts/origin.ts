import type { Visit } from './visits';

/** The list from which somebody came to a sheet or an item, to lead them back there. */
export type Origin = Pick<Visit, 'to' | 'name'>;

/** Pages that list sheets and items; the plan's are in the normal way to them anyway. */
const LISTS = /^\/($|\?|search\?|cycle|reports|handover|approvals(\?|$)|items\/|indicators)/;
/** Pages that lead from one sheet to the next: the list before them stays the origin. */
const SHEETS = /^\/(sheets|approvals)\/./;

/**
 * The list before an entry of the history, or null when that was none.
 *
 * @param key the entry that is shown; while it is not among the visits, it was reached from `here`
 */
export function originOf(key: string, visits: readonly Visit[], here: string | null): Origin | null {
  const at = (one: string | null) => visits.find((visit) => visit.key === one);
  const shown = at(key);
  const seen = new Set([key]);
  let before = at(shown ? shown.before : here);
  while (before && SHEETS.test(before.to) && !seen.has(before.key)) {
    seen.add(before.key);
    before = at(before.before);
  }
  return before && before.to !== shown?.to && LISTS.test(before.to) ? before : null;
}
