import { useId } from 'react';
import type { ReactElement } from 'react';
import { DateField } from '../parts/date-field';
import { Field, FieldError } from '../parts/field';
import { Must } from '../parts/required';
import { useWords } from '../words';
import { CommitmentRows } from './commitment-rows';
import { DIRECTIONS, VERDICTS } from './decision-form';
import type { DecisionFieldsProps } from './decision-form';
import { fieldId } from './field-id';
import { DECISION } from './words';

/** Meeting, verdict, direction, words, promises; when it is corrected, why. */
export function DecisionFields(props: DecisionFieldsProps): ReactElement {
  const { written, write, errorOf } = props;
  const say = useWords(DECISION);
  return (
    <>
      <div className="decide-meeting">
        <DateField
          id={fieldId('decidedOn')}
          label={<Must>{say('day')}</Must>}
          value={written.decidedText === '' ? null : written.decidedText}
          error={errorOf('decidedOn')}
          onChange={(day, text) => write({ decidedOn: day, decidedText: day ?? text })}
        />
        <Field id={fieldId('body')} label={<Must>{say('body')}</Must>} error={errorOf('body')}>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={200}
              value={written.body}
              onChange={({ target }) => write({ body: target.value })}
            />
          )}
        </Field>
      </div>
      <Choices
        field="verdict"
        codes={VERDICTS}
        chosen={written.verdict}
        error={errorOf('verdict')}
        onChoose={(verdict) => write({ verdict })}
      />
      <Choices
        field="direction"
        codes={DIRECTIONS}
        chosen={written.direction}
        error={errorOf('direction')}
        onChoose={(direction) => write({ direction })}
      />
      <Field id={fieldId('text')} label={say('text')} hint={say('text.optional')} error={errorOf('text')}>
        {(aria) => (
          <textarea
            {...aria}
            className="textarea"
            rows={4}
            maxLength={4000}
            value={written.text}
            onChange={({ target }) => write({ text: target.value })}
          />
        )}
      </Field>
      <CommitmentRows {...props} />
      {written.version > 0 && (
        <Field id={fieldId('reason')} label={<Must>{say('reason')}</Must>} error={errorOf('reason')}>
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={1000}
              value={written.reason}
              onChange={({ target }) => write({ reason: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

interface ChoicesProps<T extends string> {
  readonly field: 'verdict' | 'direction';
  readonly codes: readonly T[];
  readonly chosen: T | null;
  readonly error: string | null;
  readonly onChoose: (code: T) => void;
}

function Choices<T extends string>({ field, codes, chosen, error, onChoose }: ChoicesProps<T>): ReactElement {
  const say = useWords(DECISION);
  const name = useId();
  const id = fieldId(field);
  return (
    <fieldset
      className="decide-choices"
      id={id}
      aria-describedby={error === null ? undefined : `${id}-error`}
    >
      <legend className="label">
        <Must>{say(field)}</Must>
      </legend>
      {codes.map((code) => (
        <label className="radio" key={code}>
          <input type="radio" name={name} checked={chosen === code} onChange={() => onChoose(code)} />
          {say(`${field}.${code}`)}
        </label>
      ))}
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}
