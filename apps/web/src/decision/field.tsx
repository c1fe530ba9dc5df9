import type { ReactElement, ReactNode } from 'react';
import type { DecisionPage } from '../api';
import { Icon } from '../parts';
import type { WrittenDecision } from './decision-form';
import { fieldId } from './field-id';

export interface DecisionFieldsProps {
  readonly written: WrittenDecision;
  readonly page: DecisionPage;
  readonly write: (part: Partial<WrittenDecision>) => void;
  /** What is wrong with a field, in a sentence. */
  readonly errorOf: (field: string) => string | null;
}

interface Aria {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly field: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error: string | null;
  readonly children: (aria: Aria) => ReactNode;
}

/** A control with its label above, and what is wrong with it below. */
export function Field({ field, label, hint, error, children }: FieldProps): ReactElement {
  const id = fieldId(field);
  const described = error !== null ? `${id}-error` : hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="decide-field">
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

/** What is wrong with a field. */
export function FieldError({
  id,
  children,
}: {
  readonly id: string;
  readonly children: string;
}): ReactElement {
  return (
    <p className="err-msg" id={id}>
      <Icon name="warning" small />
      {children}
    </p>
  );
}
