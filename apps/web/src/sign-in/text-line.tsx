import type { ReactElement } from 'react';
import { Field } from '../parts/field';

interface TextLineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly complete: 'username' | 'current-password' | 'new-password';
  readonly error: string | null;
}

/** One line of a form with its label and what is wrong with it. */
export function TextLine({ id, label, value, onChange, complete, error }: TextLineProps): ReactElement {
  return (
    <Field id={id} label={label} error={error}>
      {(aria) => (
        <input
          {...aria}
          className="input"
          name={id}
          type={complete === 'username' ? 'text' : 'password'}
          autoComplete={complete}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
