import { useEffect, useRef, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import type { ApprovalView } from '../api';
import { Button, Icon, useFormats } from '../parts';
import { DateField } from '../parts/date-field';
import { useChangeEntries } from '../sheet/change-entries';
import { useLanguage, useWords } from '../words';

interface ReturnFormProps {
  readonly document: ApprovalView;
  readonly sending: boolean;
  /** Whether it shows its own head; a dialog has one already. */
  readonly titled: boolean;
  readonly onCancel: () => void;
  readonly onReturn: (reason: string, dueOn: string) => void;
}

/** Where, why (required) and until when. */
export function ReturnForm({ document, sending, titled, onCancel, onReturn }: ReturnFormProps): ReactElement {
  const say = useWords('approvals');
  const parts = useWords('parts');
  const { day } = useFormats();
  const comma = useLanguage() === 'ja' ? '・' : ', ';
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(document.standardReturnDueOn);
  const [changingDue, setChangingDue] = useState(false);
  const [asked, setAsked] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const missing = asked && reason.trim() === '';
  const titles = [
    ...new Set(useChangeEntries()(document.changes, document.planAnswers).map(({ title }) => title)),
  ];
  const lead = { date: day(dueOn ?? document.standardReturnDueOn), department: document.departmentName };
  const toggle = (title: string) =>
    setPlaces(places.includes(title) ? places.filter((one) => one !== title) : [...places, title]);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') return text.current?.focus();
    if (dueOn === null || sending) return;
    const chosen = titles.filter((title) => places.includes(title));
    const prefix = chosen.length > 0 ? `${say('return.prefix', { fields: chosen.join(comma) })}\n` : '';
    onReturn(`${prefix}${reason.trim()}`, dueOn);
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
          <button type="button" className="link" onClick={() => setChangingDue(true)}>
            {say('return.change_due')}
          </button>
        )}
      </p>
      {changingDue && (
        <DateField
          label={say('return.due')}
          value={dueOn}
          onChange={setDueOn}
          error={asked && dueOn === null ? say('return.due_missing') : null}
        />
      )}
      {titles.length > 0 && (
        <fieldset>
          <legend className="label">{say('return.where')}</legend>
          <div className="chips">
            {titles.map((title) => (
              <button
                key={title}
                type="button"
                className="chip"
                aria-pressed={places.includes(title)}
                onClick={() => toggle(title)}
              >
                {places.includes(title) && <Icon name="tick" small />}
                {title}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <div>
        <label className="label" htmlFor="return-reason">
          {say('return.reason')}
          <span className="pill must">{parts('field.required')}</span>
        </label>
        <textarea
          ref={text}
          data-first
          className="textarea"
          id="return-reason"
          rows={4}
          maxLength={1900}
          value={reason}
          aria-required="true"
          aria-invalid={missing}
          aria-describedby={missing ? 'return-error' : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {missing && (
          <p className="err-msg" id="return-error">
            <Icon name="warning" small />
            {say('return.missing')}
          </p>
        )}
      </div>
      <div className="ret-btn">
        <Button onClick={onCancel}>{say('return.cancel')}</Button>
        <Button kind="primary" type="submit" busy={sending && say('return.sending')}>
          {say('return.send')}
        </Button>
      </div>
    </form>
  );
}
