import type { ReactElement } from 'react';
import { Icon } from '../parts';

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
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        name={id}
        type={complete === 'username' ? 'text' : 'password'}
        autoComplete={complete}
        value={value}
        aria-invalid={error !== null}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <p className="err-msg" id={`${id}-error`}>
          <Icon name="warning" small />
          {error}
        </p>
      )}
    </div>
  );
}
