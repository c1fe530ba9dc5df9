import type { ReactElement } from 'react';
import type { AnswerKey } from '../../api';
import { useWords } from '../../words';
import { useDesk } from '../desk';
import type { EditorProps } from './text-editor';

/** One of few: radio buttons, all of them in view. */
export function ChoiceEditor({ field, label, begins }: EditorProps): ReactElement {
  const say = useWords('sheet');
  const { answers, lastYear, edit, errorOf } = useDesk();
  const key = field.key as AnswerKey;
  const chosen = answers[key] ?? (begins ? lastYear?.[key] : undefined);
  return (
    <fieldset className="choices" id={`f-${key}`} aria-describedby={errorOf(key) ? `e-${key}` : undefined}>
      <legend className="sr">{label}</legend>
      {field.choices.map((code) => (
        <label className="radio" key={code}>
          <input
            type="radio"
            name={key}
            checked={code === chosen}
            onChange={() => edit({ [key]: code })}
            // Choosing last year's value again is a confirmation, which a radio alone would not report.
            onClick={() => answers[key] === undefined && edit({ [key]: code })}
          />
          {say(`choice.${key}.${code}`)}
        </label>
      ))}
    </fieldset>
  );
}
