import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { queryClient } from '../../api';
import { addEvidenceLink, evidenceQuery } from '../../api/evidence';
import { Button, Icon, Notice, useErrorSentence } from '../../parts';
import { DateField } from '../../parts/date-field';
import { useWords } from '../../words';
import { EVIDENCE } from './words';

interface LinkFormProps {
  readonly taskStageId: string;
  /** What was dropped, or nothing yet. */
  readonly url: string;
  readonly onClose: () => void;
  readonly onAdded: (title: string) => void;
}

/** A page of the web as evidence. */
export function LinkForm({ taskStageId, url: dropped, onClose, onAdded }: LinkFormProps): ReactElement {
  const say = useWords(EVIDENCE);
  const sentence = useErrorSentence();
  const id = useId();
  // One form is one link, however often it is sent.
  const [key] = useState(() => crypto.randomUUID());
  const [url, setUrl] = useState(dropped);
  const [title, setTitle] = useState('');
  const [source, setSource] = useState('');
  const [date, setDate] = useState<{ day: string | null; text: string }>({ day: null, text: '' });
  const [asked, setAsked] = useState(false);
  const noUrl = asked && !/^https?:\/\/\S/iu.test(url.trim());
  const add = useMutation({
    mutationFn: () =>
      addEvidenceLink(taskStageId, { key, url: url.trim(), title, source, datedOn: date.day }),
    onSuccess: (list) => {
      queryClient.setQueryData(evidenceQuery(taskStageId).queryKey, list);
      onAdded(title.trim() || url.trim());
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!/^https?:\/\/\S/iu.test(url.trim())) document.getElementById(`${id}-url`)?.focus();
    else if (date.day !== null || date.text.trim() === '') add.mutate();
  };
  return (
    <form className="evidence-form evidence-link" aria-label={say('link.title')} onSubmit={send} noValidate>
      {add.error && (
        <Notice tone="bad" role="alert">
          {sentence(add.error)}
        </Notice>
      )}
      <div>
        <label className="label" htmlFor={`${id}-url`}>
          {say('link.url')}
        </label>
        <input
          className="input"
          id={`${id}-url`}
          type="url"
          autoFocus
          maxLength={2000}
          value={url}
          aria-invalid={noUrl}
          aria-describedby={`${id}-url-hint`}
          onChange={({ target }) => setUrl(target.value)}
        />
        <p className={noUrl ? 'err-msg' : 'sub'} id={`${id}-url-hint`}>
          {noUrl && <Icon name="warning" small />}
          {say(noUrl ? 'link.no_url' : 'link.url_hint')}
        </p>
      </div>
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
      <div>
        <label className="label" htmlFor={`${id}-source`}>
          {say('source')}
        </label>
        <input
          className="input"
          id={`${id}-source`}
          maxLength={200}
          value={source}
          onChange={({ target }) => setSource(target.value)}
        />
      </div>
      <DateField label={say('date')} value={null} onChange={(day, text) => setDate({ day, text })} />
      <div className="evidence-acts">
        <Button type="submit" busy={add.isPending && say('link.saving')}>
          {say('link.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('change.cancel')}
        </Button>
      </div>
    </form>
  );
}
