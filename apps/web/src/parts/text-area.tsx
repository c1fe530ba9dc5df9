import type { ReactElement } from 'react';
import { Field } from './field';
import type { FieldProps } from './field';

interface TextAreaProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows: number;
  readonly maxLength: number;
  readonly required?: boolean;
}

/** A text of several lines with its label above, and a hint or what is wrong with it below. */
export function TextArea({
  value,
  onChange,
  rows,
  maxLength,
  required,
  ...field
}: TextAreaProps): ReactElement {
  return (
    <Field {...field}>
      {(aria) => (
        <textarea
          {...aria}
          className="textarea"
          rows={rows}
          maxLength={maxLength}
          aria-required={required}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
