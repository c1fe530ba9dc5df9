import { whenLeaving } from '../api';

/** One visit of a page: the router's key of its entry in the browser's history, and what the page calls itself. */
export interface Visit {
  readonly key: string;
  /** The entry from which it was reached. */
  readonly before: string | null;
  readonly to: string;
  readonly name: string;
}

/** So far back somebody goes, and so much is kept. */
const MOST = 50;
const PLACE = 'mawasu.visits';

let here: string | null = null;
let visits: readonly Visit[] = kept();

/** Of this window, so that a page that is loaded again still knows. */
function kept(): readonly Visit[] {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(read) ? read.filter(isVisit) : [];
  } catch {
    return [];
  }
}

function isVisit(one: unknown): one is Visit {
  if (typeof one !== 'object' || one === null) return false;
  const { key, before, to, name } = one as Partial<Record<keyof Visit, unknown>>;
  const isText = [key, to, name].every((text) => typeof text === 'string');
  return isText && (before === null || typeof before === 'string');
}

/** What the browser opens by itself has one name for the router, whatever the address. */
const OPENED = 'default';

/** The name of an entry of the history among the visits. */
export const entryOf = (key: string, to: string): string => (key === OPENED ? `${OPENED} ${to}` : key);

/** To be told of every page when it stands, and again when it calls itself otherwise. */
export function noteVisit(routerKey: string, to: string, name: string): void {
  const key = entryOf(routerKey, to);
  const known = visits.find((one) => one.key === key);
  const before = known ? known.before : here;
  here = key;
  visits = [...visits.filter((one) => one !== known), { key, before, to, name }].slice(-MOST);
  keep();
}

function keep(): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(visits));
  } catch {
    // Where nothing may be kept, a page that is loaded again shows its normal way.
  }
}

// Whoever uses the machine next does not find where somebody was.
whenLeaving(() => {
  here = null;
  visits = [];
  keep();
});

/** What was visited in this window, and the entry that is open or was until now. */
export const visited = (): { readonly visits: readonly Visit[]; readonly here: string | null } => ({
  visits,
  here,
});
