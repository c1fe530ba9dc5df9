import './reminders.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { lastRemindersQuery, reminderReachQuery, requestReminders } from '../../api/reminders';
import { Button, Notice, useErrorSentence } from '../../parts';
import { ConfirmDialog } from '../../parts/confirm-dialog';
import { useWords } from '../../words';
import { LettersToCome } from './letters-to-come';
import { REMINDERS } from './words';

interface ReminderBarProps {
  /** Codes of departments that have something left. */
  readonly fit: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
}

/** 催促: the chosen departments are asked for what they have not handed in. */
export function ReminderBar({ fit, chosen, onChoose }: ReminderBarProps): ReactElement {
  const say = useWords(REMINDERS);
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const told = useRef<HTMLDivElement>(null);
  const [previewed, setPreviewed] = useState(false);
  const [asking, setAsking] = useState(false);
  const reach = useQuery({ ...reminderReachQuery([...chosen].sort()), enabled: chosen.length > 0 });
  const request = useMutation({
    mutationFn: () => requestReminders([...chosen]),
    onSuccess: () => {
      setAsking(false);
      onChoose([]);
      return queries.invalidateQueries({ queryKey: lastRemindersQuery.queryKey });
    },
  });
  const choose = (codes: readonly string[]) => {
    request.reset();
    onChoose(codes);
  };
  const sent = request.data;
  // The button that opened the dialog is gone with the choice; what came of it is read on from here.
  useEffect(() => {
    if (sent) told.current?.focus();
  }, [sent]);
  return (
    <div className="remind" role="group" aria-label={say('bar')}>
      <label className="tick">
        <input
          type="checkbox"
          checked={fit.length > 0 && chosen.length === fit.length}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && chosen.length < fit.length;
          }}
          disabled={fit.length === 0}
          onChange={(event) => choose(event.target.checked ? fit : [])}
        />
        {say(chosen.length === 0 ? 'all' : 'all_short')}
      </label>
      {chosen.length === 0 && !sent && <span className="sub">{say('hint')}</span>}
      {chosen.length > 0 && (
        <>
          <span role="status">
            <b>{say('chosen', { count: chosen.length })}</b>{' '}
            <span className="sub">{reach.data && say('reach', { ...reach.data })}</span>
          </span>
          <Button onClick={() => setPreviewed(true)}>{say('preview')}</Button>
          <Button
            kind="primary"
            icon="mail"
            onClick={() => {
              request.reset();
              setAsking(true);
            }}
          >
            {say('send', { count: chosen.length })}
          </Button>
        </>
      )}
      {sent && (
        <div ref={told} tabIndex={-1}>
          <Notice tone="good" role="status">
            {say(`sent.${sent.leaves}`, { departments: sent.departments, people: sent.people })}
            {sent.already > 0 && say('sent.already', { number: sent.already })}
          </Notice>
        </div>
      )}
      {reach.error && (
        <Notice tone="bad" role="alert">
          {sentence(reach.error)}
        </Notice>
      )}
      {asking && reach.data && (
        <ConfirmDialog
          title={say('ask.title', { count: chosen.length })}
          keep={say('ask.keep')}
          act={say('ask.act')}
          busy={request.isPending && say('sending')}
          error={request.error}
          onAct={() => request.mutate()}
          onClose={() => !request.isPending && setAsking(false)}
        >
          <p>{say('ask.explain', { ...reach.data })}</p>
        </ConfirmDialog>
      )}
      {previewed && <LettersToCome codes={chosen} onClose={() => setPreviewed(false)} />}
    </div>
  );
}
