import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { isProblem, queryClient } from '../../api';
import { changeEvidence, evidenceQuery } from '../../api/evidence';
import type { Evidence } from '../../api';
import { Button, Notice, useErrorSentence } from '../../parts';
import { useWords } from '../../words';
import { isDateUnread, SourceFields } from './source-fields';
import type { Source } from './source-fields';
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
  const [source, setSource] = useState<Source>({
    title: piece.title,
    source: piece.source,
    date: { day: piece.datedOn, text: piece.datedOn ?? '' },
  });
  const save = useMutation({
    mutationFn: () =>
      changeEvidence(taskStageId, piece.id, {
        version: piece.version,
        ...(piece.kind === 'link' && { title: source.title }),
        source: source.source,
        datedOn: source.date.day,
      }),
    onSuccess: (list) => {
      queryClient.setQueryData(evidenceQuery(taskStageId).queryKey, list);
      onSaved(source.title);
    },
    onError: (error) => {
      // What it is now is shown above; what was typed stays in the form.
      if (isProblem(error, 409)) void queryClient.invalidateQueries({ queryKey: ['evidence', taskStageId] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!isDateUnread(source)) save.mutate();
  };
  return (
    <form className="evidence-form" onSubmit={send}>
      {save.error && (
        <Notice tone="bad" role="alert">
          {sentence(save.error)}
        </Notice>
      )}
      <SourceFields source={source} onChange={setSource} withTitle={piece.kind === 'link'} autoFocus />
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
