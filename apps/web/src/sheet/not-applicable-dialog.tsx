import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactElement } from 'react';
import { markNotApplicable } from '../api';
import { Button, Dialog, Notice, useErrorSentence } from '../parts';
import { Field } from '../parts/field';
import { useWords } from '../words';
import { useDesk } from './desk';

interface NotApplicableDialogProps {
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
  /** What is typed goes out first, so that it is not lost. */
  readonly flush: () => Promise<void>;
}

export function NotApplicableDialog({ onClose, onDone, flush }: NotApplicableDialogProps): ReactElement {
  const say = useWords('sheet-page');
  const sentence = useErrorSentence();
  const { sheet, draft } = useDesk();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const mark = useMutation({
    mutationFn: async () => {
      await flush();
      await markNotApplicable(sheet.taskStageId, draft.version, reason.trim());
    },
    onSuccess: onDone,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim() === '') document.getElementById('not-applicable-reason')?.focus();
    else mark.mutate();
  };
  return (
    <Dialog title={say('na.title')} open onClose={onClose}>
      <form onSubmit={send}>
        <p>{say('na.explain')}</p>
        {mark.error && (
          <Notice tone="bad" role="alert">
            {sentence(mark.error)}
          </Notice>
        )}
        <Field id="not-applicable-reason" label={say('na.reason')} error={missing ? say('na.missing') : null}>
          {(aria) => (
            <textarea
              {...aria}
              className="textarea"
              data-first
              rows={3}
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <div className="dialog-acts">
          <Button kind="primary" type="submit" busy={mark.isPending && say('na.sending')}>
            {say('na.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
