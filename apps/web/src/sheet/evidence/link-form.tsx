import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { queryClient } from '../../api';
import { addEvidenceLink, evidenceQuery } from '../../api/evidence';
import { Button, Icon, Notice, useErrorSentence } from '../../parts';
import { useWords } from '../../words';
import { isDateUnread, SourceFields } from './source-fields';
import type { Source } from './source-fields';
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
  const [source, setSource] = useState<Source>({ title: '', source: '', date: { day: null, text: '' } });
  const [asked, setAsked] = useState(false);
  const noUrl = asked && !/^https?:\/\/\S/iu.test(url.trim());
  const add = useMutation({
    mutationFn: () =>
      addEvidenceLink(taskStageId, {
        key,
        url: url.trim(),
        title: source.title,
        source: source.source,
        datedOn: source.date.day,
      }),
    onSuccess: (list) => {
      queryClient.setQueryData(evidenceQuery(taskStageId).queryKey, list);
      onAdded(source.title.trim() || url.trim());
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!/^https?:\/\/\S/iu.test(url.trim())) document.getElementById(`${id}-url`)?.focus();
    else if (!isDateUnread(source)) add.mutate();
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
      <SourceFields source={source} onChange={setSource} withTitle />
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
