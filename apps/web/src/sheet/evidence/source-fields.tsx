import { useId, useState } from 'react';
import type { ReactElement } from 'react';
import { DateField } from '../../parts/date-field';
import { Field } from '../../parts/field';
import { useWords } from '../../words';
import { EVIDENCE } from './words';

/** What is said about a piece; the date also as it was typed, which may be no date. */
export interface Source {
  readonly title: string;
  readonly source: string;
  readonly date: { readonly day: string | null; readonly text: string };
}

/** Something stands in the field of the date, and it is no date. */
export const isDateUnread = ({ date }: Source): boolean => date.day === null && date.text.trim() !== '';

interface SourceFieldsProps {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
  /** Of a link, which has no name of its own as a file has. */
  readonly withTitle: boolean;
  readonly autoFocus?: boolean;
}

/** Where a piece comes from and of which day it is; of a link also its title. */
export function SourceFields({
  source,
  onChange,
  withTitle,
  autoFocus = false,
}: SourceFieldsProps): ReactElement {
  const say = useWords(EVIDENCE);
  const id = useId();
  const [begunWith] = useState(source.date.day);
  return (
    <>
      {withTitle && (
        <Field id={`${id}-title`} label={say('link.name')}>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={200}
              value={source.title}
              onChange={({ target }) => onChange({ ...source, title: target.value })}
            />
          )}
        </Field>
      )}
      <Field id={`${id}-source`} label={say('source')}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            autoFocus={autoFocus}
            maxLength={200}
            value={source.source}
            onChange={({ target }) => onChange({ ...source, source: target.value })}
          />
        )}
      </Field>
      <DateField
        label={say('date')}
        value={begunWith}
        onChange={(day, text) => onChange({ ...source, date: { day, text } })}
      />
    </>
  );
}
