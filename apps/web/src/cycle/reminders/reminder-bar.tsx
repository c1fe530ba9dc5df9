import './reminders.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { lastRemindersQuery, reminderReachQuery, requestReminders } from '../../api/reminders';
import { Button, Notice, useErrorSentence } from '../../parts';
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
  const [previewed, setPreviewed] = useState(false);
  const reach = useQuery({ ...reminderReachQuery([...chosen].sort()), enabled: chosen.length > 0 });
  const request = useMutation({
    mutationFn: () => requestReminders([...chosen]),
    onSuccess: () => {
      onChoose([]);
      return queries.invalidateQueries({ queryKey: lastRemindersQuery.queryKey });
    },
  });
  const choose = (codes: readonly string[]) => {
    request.reset();
    onChoose(codes);
  };
  const sent = request.data;
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
            busy={request.isPending && say('sending')}
            onClick={() => request.mutate()}
          >
            {say('send', { count: chosen.length })}
          </Button>
        </>
      )}
      {sent && (
        <Notice tone="good" role="status">
          {say(`sent.${sent.leaves}`, { departments: sent.departments, people: sent.people })}
          {sent.already > 0 && say('sent.already', { number: sent.already })}
        </Notice>
      )}
      {request.error && (
        <Notice tone="bad" role="alert">
          {sentence(request.error)}
        </Notice>
      )}
      {previewed && <LettersToCome codes={chosen} onClose={() => setPreviewed(false)} />}
    </div>
  );
}
