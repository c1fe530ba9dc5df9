import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { lettersArrived, sendLettersAgain } from '../api/letters';
import type { LetterResend, LetterRow } from '../api';
import { Button, Notice, useErrorSentence } from '../parts';
import { ConfirmDialog } from '../parts/confirm-dialog';
import { useWords } from '../words';
import { LETTERS } from './words';

interface ResendBarProps {
  readonly selected: ReadonlySet<string>;
  readonly rows: readonly LetterRow[];
  /** Only failed letters are shown: all of them can go at once. */
  readonly failedOnly: boolean;
  readonly onDone: () => void;
}

/** What is done with the selected letters. */
export function ResendBar({ selected, rows, failedOnly, onDone }: ResendBarProps): ReactElement {
  const say = useWords(LETTERS);
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const done = {
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['letters'] }),
  };
  const again = useMutation({ mutationFn: (asked: LetterResend) => sendLettersAgain(asked), ...done });
  const arrived = useMutation({ mutationFn: (ids: string[]) => lettersArrived(ids), ...done });
  const ids = [...selected];
  const uncertain =
    ids.length > 0 && ids.every((id) => rows.find((row) => row.id === id)?.state === 'uncertain');
  // What arrived once is sent twice only by somebody who was asked.
  const arrivedBefore = rows.filter(({ id, state }) => selected.has(id) && state === 'sent').length;
  const [asking, setAsking] = useState(false);
  const error = again.error ?? arrived.error;
  return (
    <div className="resend">
      {ids.length > 0 && (
        <>
          <span className="sub">{say('selected', { number: ids.length })}</span>
          <Button
            icon="mail"
            busy={again.isPending && say('again.busy')}
            onClick={() => (arrivedBefore > 0 ? setAsking(true) : again.mutate({ ids }))}
          >
            {say('again')}
          </Button>
        </>
      )}
      {uncertain && (
        <Button busy={arrived.isPending && say('again.busy')} onClick={() => arrived.mutate(ids)}>
          {say('arrived')}
        </Button>
      )}
      <ConfirmDialog
        title={say('again.ask')}
        open={asking}
        keep={say('again.keep')}
        act={say('again.sure', { number: ids.length })}
        onAct={() => {
          setAsking(false);
          again.mutate({ ids });
        }}
        onClose={() => setAsking(false)}
      >
        <p>{say('again.ask_text', { number: ids.length, arrived: arrivedBefore })}</p>
      </ConfirmDialog>
      {failedOnly && ids.length === 0 && rows.length > 0 && (
        <Button
          icon="mail"
          busy={again.isPending && say('again.busy')}
          onClick={() => again.mutate({ filter: { state: 'failed' } })}
        >
          {say('all_failed')}
        </Button>
      )}
      <div role="status">
        {again.data && <Notice tone="good">{say('again.done', { number: again.data.letters })}</Notice>}
        {arrived.data && <Notice tone="good">{say('arrived.done', { number: arrived.data.letters })}</Notice>}
      </div>
      {error && (
        <Notice tone="bad" role="alert">
          {sentence(error)}
        </Notice>
      )}
    </div>
  );
}
