import type { ReactElement } from 'react';
import { useWords } from '../words';
import { useFieldNames } from './field-names';
import './return-places.css';
import './words';

/** The fields a return points at, in the reader's language; nothing where the whole sheet is meant. */
export function ReturnPlaces({ places }: { readonly places: readonly string[] }): ReactElement | null {
  const say = useWords('sheet');
  const names = useFieldNames();
  return places.length === 0 ? null : (
    <span className="places-to-mend">{say('return.places', { fields: names(places) })}</span>
  );
}
