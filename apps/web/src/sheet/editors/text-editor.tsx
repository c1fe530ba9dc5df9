import type { ReactElement } from 'react';
import type { Answers, Field } from '../../api';
import { useWords } from '../../words';
import { useDesk } from '../desk';

export interface EditorProps {
  readonly field: Field;
  readonly label: string;
  /** Opens on last year's value. */
  readonly begins?: boolean;
}

/** What can be written into a field of the API; longer texts are refused. */
const LONGEST: Readonly<Partial<Record<keyof Answers, number>>> = { source: 1000, specialNote: 1000 };
const LONGEST_TEXT = 4000;

/** A text that grows with what is written, its length beside the guide. */
export function TextEditor({ field, label, begins }: EditorProps): ReactElement {
  const say = useWords('sheet-page');
  const { answers, lastYear, edit, errorOf } = useDesk();
  const key = field.key as keyof Answers;
  const stored = answers[key] ?? (begins ? lastYear?.[key] : undefined);
  const text = typeof stored === 'string' ? stored : '';
  const error = errorOf(key);
  const count = [...text].length;
  const guide = field.lengthGuide;
  return (
    <>
      <textarea
        className="textarea"
        id={`f-${key}`}
        rows={guide !== null && guide <= 100 ? 2 : 4}
        maxLength={LONGEST[key] ?? LONGEST_TEXT}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? `h-${key}` : `e-${key} h-${key}`}
        value={text}
        onChange={({ target }) => edit({ [key]: target.value === '' ? null : target.value })}
      />
      <p className="hint len" id={`h-${key}`}>
        <span>{guide !== null && say('length.guide', { count: guide })}</span>
        <span>{say('length.now', { count })}</span>
      </p>
    </>
  );
}
