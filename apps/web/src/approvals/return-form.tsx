import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { sheetQuery } from '../api';
import type { ApprovalView } from '../api';
import { Button, Icon, useFormats } from '../parts';
import { readDay } from '../parts/read-day';
import { Field } from '../parts/field';
import { Must } from '../parts/required';
import { DateField } from '../parts/date-field';
import { useFieldName } from '../sheet/field-names';
import { useWords } from '../words';
import { placesToMend } from './places-to-mend';

/** What is written of a return; it outlives the form, which is another one on a phone that is turned. */
export interface WrittenReturn {
  /** The fields that are to be mended. */
  readonly places: readonly string[];
  readonly reason: string;
  /** The due date as it is typed. */
  readonly due: string;
  readonly changingDue: boolean;
}

/** What goes to the author. */
export interface SentBack {
  readonly reason: string;
  readonly places: readonly string[];
  readonly dueOn: string;
}

interface ReturnFormProps {
  readonly document: ApprovalView;
  readonly written: WrittenReturn;
  readonly onWrite: (part: Partial<WrittenReturn>) => void;
  readonly sending: boolean;
  /** Whether it shows its own head; a dialog has one already. */
  readonly titled: boolean;
  readonly onCancel: () => void;
  readonly onReturn: (sent: SentBack) => void;
}

/** Where, why (required) and until when. */
export function ReturnForm(props: ReturnFormProps): ReactElement {
  const { document, written, sending, titled, onWrite, onCancel, onReturn } = props;
  const say = useWords('approvals');
  const parts = useWords('parts');
  const { day } = useFormats();
  const titleOf = useFieldName();
  const { places, reason, due, changingDue } = written;
  const dueOn = readDay(due);
  const [asked, setAsked] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const missing = asked && reason.trim() === '';
  const { data: sheet } = useQuery(sheetQuery(document.taskStageId));
  const fields = placesToMend({
    changed: document.changes.map(({ field }) => field),
    same: document.same.map(({ field }) => field),
    form: sheet?.fields.map(({ key }) => key) ?? [],
    promises: document.commitments.some((one) => one.asked),
  });
  const lead = { date: day(dueOn ?? document.standardReturnDueOn), department: document.departmentName };
  const toggle = (field: string) =>
    onWrite({ places: places.includes(field) ? places.filter((one) => one !== field) : [...places, field] });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return text.current?.focus();
    if (dueOn === null || sending) return;
    onReturn({ reason: reason.trim(), places: fields.filter((field) => places.includes(field)), dueOn });
  };
  return (
    <form className="ret" aria-label={say('return.title')} onSubmit={send} noValidate>
      {titled && (
        <div className="ret-head">
          <h2>{say('return.title')}</h2>
          <Button kind="quiet" icon="cross" aria-label={parts('dialog.close')} onClick={onCancel} />
        </div>
      )}
      <p className="sub">
        {document.submitterName === null
          ? say('return.lead_plain', lead)
          : say('return.lead', { ...lead, name: document.submitterName })}{' '}
        {!changingDue && (
          <button type="button" className="link" onClick={() => onWrite({ changingDue: true })}>
            {say('return.change_due')}
          </button>
        )}
      </p>
      {changingDue && (
        <DateField
          id="return-due"
          label={say('return.due')}
          toCome
          value={due === '' ? null : due}
          onChange={(day, text) => onWrite({ due: day ?? text })}
          error={asked && due.trim() === '' ? say('return.due_missing') : null}
        />
      )}
      {fields.length > 0 && (
        <fieldset>
          <legend className="label">{say('return.where')}</legend>
          <div className="chips">
            {fields.map((field) => (
              <button
                key={field}
                type="button"
                className="chip"
                aria-pressed={places.includes(field)}
                onClick={() => toggle(field)}
              >
                {places.includes(field) && <Icon name="tick" small />}
                {titleOf(field)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <Field
        id="return-reason"
        label={<Must>{say('return.reason')}</Must>}
        error={missing ? say('return.missing') : null}
      >
        {(aria) => (
          <textarea
            {...aria}
            ref={text}
            data-first
            className="textarea"
            rows={4}
            maxLength={1900}
            value={reason}
            aria-required="true"
            onChange={({ target }) => onWrite({ reason: target.value })}
          />
        )}
      </Field>
      <div className="ret-btn">
        <Button onClick={onCancel}>{say('return.cancel')}</Button>
        <Button kind="primary" type="submit" busy={sending && say('return.sending')}>
          {say('return.send')}
        </Button>
      </div>
    </form>
  );
}
