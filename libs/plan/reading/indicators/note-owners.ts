import type { IndicatorReading } from '../plan-reading.types.js';
import { names } from './notes.js';
import type { Note } from './notes.js';

/** An indicator while its section is being read: `reference` is the 1 of 「不祥事件数※1」. */
export interface ReferredIndicator extends IndicatorReading {
  readonly reference: string | null;
}

/** Gives each note to the indicator that it defines; notes that fit none, or several, are handed back. */
export function withNotes(
  indicators: readonly ReferredIndicator[],
  notes: readonly Note[],
): { readonly indicators: readonly IndicatorReading[]; readonly unmatched: readonly Note[] } {
  const owned = notes.map((note) => ({ note, owner: ownerOf(note, indicators) }));
  return {
    indicators: indicators.map((indicator) =>
      noted(
        indicator,
        owned.filter(({ owner }) => owner === indicator).map(({ note }) => note.text),
      ),
    ),
    unmatched: owned.filter(({ owner }) => owner === undefined).map(({ note }) => note),
  };
}

function noted(
  { reference: _, ...indicator }: ReferredIndicator,
  texts: readonly string[],
): IndicatorReading {
  const note = [indicator.note ?? '', ...texts].filter((text) => text !== '').join('\n');
  return note === '' ? indicator : { ...indicator, note };
}

function ownerOf(note: Note, indicators: readonly ReferredIndicator[]): ReferredIndicator | undefined {
  const exact = indicators.find((indicator) => indicator.name === note.label);
  if (exact !== undefined) return exact;
  const named = indicators.filter((indicator) => names(note.label, indicator.name));
  if (named.length === 1) return named[0];
  const referred = indicators.filter((indicator) => indicator.reference === note.reference);
  if (referred.length === 1) return referred[0];
  return indicators.length === 1 ? indicators[0] : undefined;
}
