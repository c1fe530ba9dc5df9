import type { ReactElement } from 'react';
import type { DecisionPage } from '../api';
import { Field, FieldError } from '../parts/field';
import { Must } from '../parts/required';
import { Button, Icon, useFormats } from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import type { DecisionFieldsProps, WrittenCommitment } from './decision-form';
import { fieldId } from './field-id';
import { DECISION } from './words';

/** What the API takes in one decision. */
const MOST = 20;

/** The promises that the departments then answer: which item, what, who, until when. */
export function CommitmentRows({ written, page, write, errorOf }: DecisionFieldsProps): ReactElement {
  const say = useWords(DECISION);
  const { commitments } = written;
  const wrong = errorOf('commitments');
  const change = (row: string, part: Partial<WrittenCommitment>) =>
    write({ commitments: commitments.map((one) => (one.row === row ? { ...one, ...part } : one)) });
  const add = () => {
    const row = `new-${Date.now()}-${commitments.length}`;
    const fresh = { row, answered: false, itemKey: '', what: '', who: '', dueOn: null, dueText: '' };
    write({ commitments: [...commitments, fresh] });
    requestAnimationFrame(() =>
      document.getElementById(fieldId(`commitments.${commitments.length}.itemKey`))?.focus(),
    );
  };
  const remove = (row: string) => {
    write({ commitments: commitments.filter((one) => one.row !== row) });
    document.getElementById(fieldId('commitments'))?.focus();
  };
  return (
    <section className="decide-promises" aria-labelledby="decision-promises">
      <h3 id="decision-promises">{say('commitments')}</h3>
      <p className="sub">{say(commitments.length === 0 ? 'commitments.none' : 'commitments.lead')}</p>
      <ol>
        {commitments.map((one, at) => (
          <li key={one.row}>
            {one.answered ? (
              <Answered commitment={one} />
            ) : (
              <Row
                commitment={one}
                at={at}
                places={page.places}
                errorOf={errorOf}
                onChange={(part) => change(one.row, part)}
                onRemove={() => remove(one.row)}
              />
            )}
          </li>
        ))}
      </ol>
      {wrong !== null && <FieldError id={`${fieldId('commitments')}-error`}>{wrong}</FieldError>}
      {commitments.length < MOST && (
        <Button
          small
          icon="plus"
          id={fieldId('commitments')}
          aria-describedby={wrong === null ? undefined : `${fieldId('commitments')}-error`}
          onClick={add}
        >
          {say('commitments.add')}
        </Button>
      )}
    </section>
  );
}

/** From its answer on a promise is the department's. */
function Answered({ commitment }: { readonly commitment: WrittenCommitment }): ReactElement {
  const say = useWords(DECISION);
  const { plainFullDay } = useFormats();
  const { what, who, dueOn } = commitment;
  return (
    <>
      <p>
        <b>{what}</b>
      </p>
      <p className="sub">{say('commitment.line', { who, date: plainFullDay(dueOn ?? '') })}</p>
      <p className="sub">
        <Icon name="tick-ring" small />
        {say('commitment.answered')}
      </p>
    </>
  );
}

interface RowProps {
  readonly commitment: WrittenCommitment;
  /** Place in the list, from 0. */
  readonly at: number;
  readonly places: DecisionPage['places'];
  readonly errorOf: (field: string) => string | null;
  readonly onChange: (part: Partial<WrittenCommitment>) => void;
  readonly onRemove: () => void;
}

function Row({ commitment, at, places, errorOf, onChange, onRemove }: RowProps): ReactElement {
  const say = useWords(DECISION);
  const field = (name: string) => `commitments.${at}.${name}`;
  const number = at + 1;
  // The list cuts long names off; below it the chosen one stands whole.
  const chosen = places.find((place) => place.itemKey === commitment.itemKey);
  const choose = (itemKey: string) => {
    const before = chosen?.headTitle ?? '';
    const head = places.find((place) => place.itemKey === itemKey)?.headTitle ?? '';
    // Who has typed another post keeps it.
    const own = commitment.who.trim() !== '' && commitment.who !== before;
    onChange({ itemKey, ...(!own && { who: head }) });
  };
  return (
    <fieldset className="decide-promise">
      <legend className="label">{say('commitment.number', { number })}</legend>
      <Field
        id={fieldId(field('itemKey'))}
        label={<Must>{say('commitment.item')}</Must>}
        hint={chosen && say('commitment.place', { label: chosen.label, department: chosen.departmentName })}
        error={errorOf(field('itemKey'))}
      >
        {(aria) => (
          <select
            {...aria}
            className="input"
            value={commitment.itemKey}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{say('commitment.choose')}</option>
            {[...new Set(places.map((place) => place.programLabel))].map((program) => (
              <optgroup key={program} label={program}>
                {places
                  .filter((place) => place.programLabel === program)
                  .map(({ itemKey, label, departmentName: department }) => (
                    <option key={itemKey} value={itemKey}>
                      {say('commitment.place', { label, department })}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field
        id={fieldId(field('what'))}
        label={<Must>{say('commitment.what')}</Must>}
        error={errorOf(field('what'))}
      >
        {(aria) => (
          <textarea
            {...aria}
            className="textarea"
            rows={2}
            maxLength={1000}
            value={commitment.what}
            onChange={({ target }) => onChange({ what: target.value })}
          />
        )}
      </Field>
      <div className="decide-meeting">
        <Field
          id={fieldId(field('who'))}
          label={<Must>{say('commitment.who')}</Must>}
          error={errorOf(field('who'))}
        >
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={100}
              value={commitment.who}
              onChange={({ target }) => onChange({ who: target.value })}
            />
          )}
        </Field>
        <DateField
          id={fieldId(field('dueOn'))}
          label={<Must>{say('commitment.due')}</Must>}
          toCome
          value={commitment.dueText === '' ? null : commitment.dueText}
          error={errorOf(field('dueOn'))}
          onChange={(day, text) => onChange({ dueOn: day, dueText: day ?? text })}
        />
      </div>
      <Button
        kind="quiet"
        small
        icon="cross"
        aria-label={say('commitment.remove', { number })}
        onClick={onRemove}
      >
        {say('commitment.remove', { number })}
      </Button>
    </fieldset>
  );
}
