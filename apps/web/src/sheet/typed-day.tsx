import { useRef } from 'react';
import type { ReactElement } from 'react';
import { DateField } from '../parts/date-field';

interface TypedDayProps {
  readonly id: string;
  readonly label: string;
  /** As it is typed, readable or not. */
  readonly text: string;
  /** Every change: the text, and the day it was read as. */
  readonly onType: (text: string, day: string | null) => void;
  readonly error?: string | null;
}

/** A typed day that hands on its text as well, so that a day nobody can read is not lost. */
export function TypedDay({ id, label, text, onType, error }: TypedDayProps): ReactElement {
  const typed = useRef(text);
  return (
    <div
      onInput={({ target }) => {
        if (target instanceof HTMLInputElement) typed.current = target.value;
      }}
    >
      <DateField
        id={id}
        label={label}
        value={text === '' ? null : text}
        error={error ?? null}
        // The input event has passed the element around it before the change is told.
        onChange={(day) => onType(day ?? typed.current, day)}
      />
    </div>
  );
}
