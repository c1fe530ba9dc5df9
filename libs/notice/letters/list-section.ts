import { compareDates } from '#calendar';
import type { CalendarDate } from '#calendar';
import { pageUrl } from './letter-links.js';
import type { LetterPageName } from './letter-links.js';
import type { LetterRow, LetterSection, PageLink } from './letter-page.types.js';
import type { LetterVoice } from './letter-voice.js';

/** More entries than this are counted, not shown. */
export const MAX_ROWS = 30;

export interface ListedIn<Entry> {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly row: (entry: Entry) => LetterRow;
  /** The page that lists all of them. */
  readonly page: LetterPageName;
  /** Words of the button that opens this page. */
  readonly opens: string;
  /** Words of the button when there is one entry: it opens the entry itself. */
  readonly opensOnly?: string;
  readonly alarming?: boolean;
  readonly primary?: boolean;
}

/** A section with a row for each entry, as many as are shown; null when there is none. */
export function listSection<Entry>(voice: LetterVoice, list: ListedIn<Entry>): LetterSection | null {
  const { name, entries, alarming = false, primary = false } = list;
  if (entries.length === 0) return null;
  const rows = entries.slice(0, MAX_ROWS).map(list.row);
  return {
    name,
    count: entries.length,
    alarming,
    lead: null,
    form: 'entries',
    rows,
    rest: restOf(voice, entries.length, list.page),
    button: { ...buttonOf(voice, list, rows), primary },
  };
}

/** What is left out of a list that is too long, with the page that shows all of it. */
export function restOf(voice: LetterVoice, count: number, page: LetterPageName): LetterSection['rest'] {
  return count <= MAX_ROWS ? null : { count: count - MAX_ROWS, url: pageUrl(voice.baseUrl, page) };
}

/** The most urgent first; entries of the same day keep their order. */
export function byDueDate<Entry extends { readonly dueOn: CalendarDate }>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.toSorted((a, b) => compareDates(a.dueOn, b.dueOn));
}

function buttonOf<Entry>(voice: LetterVoice, list: ListedIn<Entry>, rows: readonly LetterRow[]): PageLink {
  const only = rows.length === 1 ? rows[0]?.url : null;
  if (only && list.opensOnly !== undefined) return { label: list.opensOnly, url: only };
  return { label: list.opens, url: pageUrl(voice.baseUrl, list.page) };
}
