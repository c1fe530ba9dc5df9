import type { ReactElement } from 'react';
import { Field } from './field';
import type { FieldProps } from './field';

interface TextInputProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly maxLength: number;
}

/** A text of one line with its label above, and a hint or what is wrong with it below. */
export function TextInput({ value, onChange, maxLength, ...field }: TextInputProps): ReactElement {
  return (
    <Field {...field}>
      {(aria) => (
        <input
          {...aria}
          className="input"
          maxLength={maxLength}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
