import { useState } from 'react';
import type { ReactElement } from 'react';
import type { LetterRow } from '../api';
import { Button } from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import { LETTERS } from './words';

export const LETTER_KINDS: readonly LetterRow['kind'][] = [
  'daily',
  'digest',
  'at_once',
  'request',
  'handover',
  'summary',
  'password',
];

interface LetterFilterProps {
  readonly params: URLSearchParams;
  /** Narrows the list; an empty value leaves a part open. */
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

/** Person, kind, day, and whether it came back. */
export function LetterFilterForm({ params, onChange }: LetterFilterProps): ReactElement {
  const say = useWords(LETTERS);
  const [text, setText] = useState(params.get('text') ?? '');
  return (
    <form
      className="filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ text: text.trim() });
      }}
    >
      <div>
        <label className="label" htmlFor="letter-text">
          {say('search')}
        </label>
        <input
          className="input"
          id="letter-text"
          type="search"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label className="label" htmlFor="letter-kind">
          {say('kind')}
        </label>
        <select
          className="input"
          id="letter-kind"
          value={params.get('kind') ?? ''}
          onChange={(event) => onChange({ kind: event.target.value })}
        >
          <option value="">{say('kind.all')}</option>
          {LETTER_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      <DateField
        label={say('day')}
        value={params.get('day')}
        onChange={(day) => onChange({ day: day ?? '' })}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={params.get('bounced') === '1'}
          onChange={(event) => onChange({ bounced: event.target.checked ? '1' : '' })}
        />
        {say('bounced')}
      </label>
      <Button type="submit">{say('find')}</Button>
    </form>
  );
}
