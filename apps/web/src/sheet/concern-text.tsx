import type { ReactElement } from 'react';
import type { Concern } from '../api';
import { useFormats } from '../parts';
import { hasWords, useWords } from '../words';

/** What the unit of a concern belongs to. */
const MEASURED: ReadonlySet<string> = new Set(['actual', 'target', 'value']);

/** A contradiction as a sentence; codes of fields in it become their names. */
export function ConcernText({ concern }: { readonly concern: Concern }): ReactElement {
  const say = useWords('sheet');
  const { year, number, amount } = useFormats();
  const key = `concern.${concern.code}`;
  if (!hasWords('sheet', key)) return <>{say('concern.unknown', { code: concern.code })}</>;
  const { field } = concern.params;
  const named =
    field !== undefined && hasWords('sheet', `field.${field}`) ? { field: say(`field.${field}`) } : {};
  const { fiscalYear } = concern.params;
  const dated = fiscalYear === undefined ? {} : { year: year(Number(fiscalYear)) };
  const { last } = concern.params;
  const before = last === undefined ? {} : { last: number(last) };
  const { unit } = concern.params;
  const measured =
    unit === undefined
      ? {}
      : Object.fromEntries(
          Object.entries(concern.params)
            .filter(([name]) => MEASURED.has(name))
            .map(([name, value]) => [name, amount(String(value), String(unit))]),
        );
  return <>{say(key, { ...concern.params, ...named, ...dated, ...before, ...measured })}</>;
}
