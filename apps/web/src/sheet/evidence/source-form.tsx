import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { isProblem, queryClient } from '../../api';
import { changeEvidence, evidenceQuery } from '../../api/evidence';
import type { Evidence } from '../../api';
import { Button, Notice, useErrorSentence } from '../../parts';
import { DateField } from '../../parts/date-field';
import { useWords } from '../../words';
import { EVIDENCE } from './words';

interface SourceFormProps {
  readonly piece: Evidence;
  readonly taskStageId: string;
  readonly onClose: () => void;
  readonly onSaved: (title: string) => void;
}

/** Where a piece comes from and of which day it is; of a link also its title. */
export function SourceForm({ piece, taskStageId, onClose, onSaved }: SourceFormProps): ReactElement {
  const say = useWords(EVIDENCE);
  const sentence = useErrorSentence();
  const id = useId();
  const [title, setTitle] = useState(piece.title);
  const [source, setSource] = useState(piece.source);
  const [date, setDate] = useState({ day: piece.datedOn, text: piece.datedOn ?? '' });
  const unread = date.day === null && date.text.trim() !== '';
  const save = useMutation({
    mutationFn: () =>
      changeEvidence(taskStageId, piece.id, {
        version: piece.version,
        ...(piece.kind === 'link' && { title }),
        source,
        datedOn: date.day,
      }),
    onSuccess: (list) => {
      queryClient.setQueryData(evidenceQuery(taskStageId).queryKey, list);
      onSaved(title);
    },
    onError: (error) => {
      // What it is now is shown above; what was typed stays in the form.
      if (isProblem(error, 409)) void queryClient.invalidateQueries({ queryKey: ['evidence', taskStageId] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!unread) save.mutate();
  };
  return (
    <form className="evidence-form" onSubmit={send}>
      {save.error && (
        <Notice tone="bad" role="alert">
          {sentence(save.error)}
        </Notice>
      )}
      {piece.kind === 'link' && (
        <div>
          <label className="label" htmlFor={`${id}-title`}>
            {say('link.name')}
          </label>
          <input
            className="input"
            id={`${id}-title`}
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
      )}
      <div>
        <label className="label" htmlFor={`${id}-source`}>
          {say('source')}
        </label>
        <input
          className="input"
          id={`${id}-source`}
          autoFocus
          maxLength={200}
          value={source}
          onChange={({ target }) => setSource(target.value)}
        />
      </div>
      <DateField label={say('date')} value={piece.datedOn} onChange={(day, text) => setDate({ day, text })} />
      <div className="evidence-acts">
        <Button type="submit" busy={save.isPending && say('change.saving')}>
          {say('change.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('change.cancel')}
        </Button>
      </div>
    </form>
  );
}
