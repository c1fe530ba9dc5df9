import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { isProblem } from '../api';
import { addAbsence } from '../api/me';
import type { DelegateRow } from '../api';
import { Button, Notice, useErrorSentence } from '../parts';
import { DateField } from '../parts/date-field';
import { useWords } from '../words';
import { DelegateChoice } from './delegate-choice';
import { ME } from './words';

interface AbsenceFormProps {
  readonly onClose: () => void;
  readonly onAdded: (list: Awaited<ReturnType<typeof addAbsence>>, delegateName: string) => void;
}

/** Days and who reads along; nothing is kept before the last button. */
export function AbsenceForm({ onClose, onAdded }: AbsenceFormProps): ReactElement {
  const say = useWords(ME);
  const sentence = useErrorSentence();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [delegate, setDelegate] = useState<DelegateRow | null>(null);
  const [decides, setDecides] = useState(false);
  const [asked, setAsked] = useState(false);
  const adding = useMutation({ mutationFn: addAbsence });
  const refused = (field: string): string | null =>
    (isProblem(adding.error) && adding.error.places.find((place) => place.field === field)?.text) || null;
  const missing = asked && { from: from === null, to: to === null, delegate: delegate === null };
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(true);
    if (from === null) document.getElementById('absence-from')?.focus();
    else if (to === null) document.getElementById('absence-to')?.focus();
    else if (delegate === null) document.getElementById('delegate-words')?.focus();
    else
      adding.mutate(
        { fromDate: from, toDate: to, delegateId: delegate.id, decides },
        { onSuccess: (list) => onAdded(list, delegate.name) },
      );
  };
  return (
    <form className="me-form" onSubmit={send} noValidate aria-label={say('away.add')}>
      {adding.error && (
        <Notice tone="bad" role="alert">
          {sentence(adding.error)}
        </Notice>
      )}
      <div className="me-days">
        <DateField
          id="absence-from"
          label={say('away.from')}
          toCome
          value={from}
          onChange={(day) => {
            setFrom(day);
            adding.reset();
          }}
          error={missing && missing.from ? say('away.missing_day') : refused('fromDate')}
        />
        <DateField
          id="absence-to"
          label={say('away.until')}
          toCome
          value={to}
          onChange={(day) => {
            setTo(day);
            adding.reset();
          }}
          error={missing && missing.to ? say('away.missing_day') : refused('toDate')}
        />
      </div>
      <DelegateChoice
        days={from !== null && to !== null && from <= to ? { from, to } : null}
        chosen={delegate}
        onChoose={setDelegate}
        error={missing && missing.delegate ? say('away.missing_delegate') : refused('delegateId')}
      />
      <div>
        <label className="tick">
          <input
            type="checkbox"
            checked={decides}
            aria-describedby="absence-decides"
            onChange={({ target }) => {
              setDecides(target.checked);
              adding.reset();
            }}
          />
          {say('away.decides')}
        </label>
        <p className="sub" id="absence-decides">
          {say('away.decides_hint')}
        </p>
      </div>
      <p className="me-acts">
        <Button type="submit" kind="primary" busy={adding.isPending && say('saving')}>
          {say('away.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('away.give_up')}
        </Button>
      </p>
    </form>
  );
}
