import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon';

interface Aria {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with it, in a sentence; it takes the place of the hint. */
  readonly error?: string | null;
  readonly className?: string;
  /** The control, which takes these attributes. */
  readonly children: (aria: Aria) => ReactNode;
}

/** A control with its label above, and a hint or what is wrong with it below. */
export function Field({ id, label, hint, error = null, className, children }: FieldProps): ReactElement {
  const described = error !== null ? `${id}-error` : hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className={className}>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-invalid': error !== null, 'aria-describedby': described })}
      {error === null && hint !== undefined && (
        <p className="sub" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

interface FieldErrorProps {
  readonly id: string;
  readonly children: string;
}

/** What is wrong with a field. */
export function FieldError({ id, children }: FieldErrorProps): ReactElement {
  return (
    <p className="err-msg" id={id}>
      <Icon name="warning" small />
      {children}
    </p>
  );
}
