import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { cycleQuery, cyclesQuery, reopenCycle } from '../api/cycles';
import type { CycleView } from '../api';
import { Button, Dialog, Notice, useErrorSentence, useFormats } from '../parts';
import { DateField } from '../parts/date-field';
import { TextArea } from '../parts/text-area';
import { useWords } from '../words';
import { CYCLE } from './words';

const REASON = 'reopen-reason';
const UNTIL = 'reopen-until';

/** A year that is over is written again until a day, for a reason that stays in the audit log. */
export function Reopen({ cycle }: { readonly cycle: CycleView }): ReactElement | null {
  const say = useWords(CYCLE);
  const { year } = useFormats();
  const [open, setOpen] = useState(false);
  if (cycle.state !== 'closed' && cycle.state !== 'published') return null;
  return (
    <>
      <Button icon="back" onClick={() => setOpen(true)}>
        {say('reopen')}
      </Button>
      <Dialog
        title={say('reopen.title', { year: year(cycle.fiscalYear) })}
        open={open}
        onClose={() => setOpen(false)}
      >
        <ReopenForm fiscalYear={cycle.fiscalYear} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface ReopenFormProps {
  readonly fiscalYear: number;
  readonly onClose: () => void;
}

function ReopenForm({ fiscalYear, onClose }: ReopenFormProps): ReactElement {
  const say = useWords(CYCLE);
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [closesOn, setClosesOn] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const reopening = useMutation({
    mutationFn: (until: string) => reopenCycle(fiscalYear, { reason: reason.trim(), closesOn: until }),
    onSuccess: async (reopened) => {
      queries.setQueryData(cycleQuery(fiscalYear).queryKey, reopened);
      onClose();
      await queries.invalidateQueries({ queryKey: cyclesQuery.queryKey });
    },
  });
  const noReason = asked && reason.trim() === '';
  const noDay = asked && closesOn === null;
  const send = () => {
    setAsked(true);
    if (reason.trim() === '') document.getElementById(REASON)?.focus();
    else if (closesOn === null) document.getElementById(UNTIL)?.focus();
    else reopening.mutate(closesOn);
  };
  return (
    <div className="extension-form">
      <p>{say('reopen.explain')}</p>
      {reopening.error && (
        <Notice tone="bad" role="alert">
          {sentence(reopening.error)}
        </Notice>
      )}
      <TextArea
        id={REASON}
        label={say('reopen.reason')}
        error={noReason ? say('reopen.reason_missing') : null}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <DateField
        id={UNTIL}
        label={say('reopen.until')}
        toCome
        value={closesOn}
        onChange={setClosesOn}
        error={noDay ? say('reopen.until_missing') : null}
      />
      <div className="dialog-acts">
        <Button onClick={onClose}>{say('cancel')}</Button>
        <Button kind="primary" busy={reopening.isPending && say('reopen.doing')} onClick={send}>
          {say('reopen.do')}
        </Button>
      </div>
    </div>
  );
}
