import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { queryClient } from '../../api';
import { addEvidenceLink, evidenceQuery } from '../../api/evidence';
import { Button, Notice, useErrorSentence } from '../../parts';
import { Field } from '../../parts/field';
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
      <Field
        id={`${id}-url`}
        label={say('link.url')}
        hint={say('link.url_hint')}
        error={noUrl ? say('link.no_url') : null}
      >
        {(aria) => (
          <input
            {...aria}
            className="input"
            type="url"
            autoFocus
            maxLength={2000}
            value={url}
            onChange={({ target }) => setUrl(target.value)}
          />
        )}
      </Field>
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
