import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { previewReminders } from '../../api/reminders';
import { WrittenLetter } from '../../letters/written-letter';
import { Dialog, Failed, Loading } from '../../parts';
import { useWords } from '../../words';
import { REMINDERS } from './words';

interface LettersToComeProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** The letters of a request as their readers would get them, before it is made. */
export function LettersToCome({ codes, onClose }: LettersToComeProps): ReactElement {
  const say = useWords(REMINDERS);
  const { data, error, refetch } = useQuery({
    queryKey: ['reminders', 'preview', codes],
    queryFn: () => previewReminders([...codes]),
    // What would be written changes with every sheet that is handed in.
    gcTime: 0,
  });
  const [at, setAt] = useState(0);
  const letter = data?.rows[at];
  return (
    <Dialog title={say('preview.title')} open onClose={onClose} wide>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={4} />}
      {data && (
        <p>
          {say('preview.total', { count: data.total })}
          {data.rows.length < data.total && say('preview.first', { count: data.rows.length })}
        </p>
      )}
      {data && letter && (
        <div className="to-come">
          <label className="field">
            <span className="label">{say('preview.person')}</span>
            <select
              className="input"
              value={at}
              data-first
              onChange={(event) => setAt(Number(event.target.value))}
            >
              {data.rows.map((row, place) => (
                <option key={row.id} value={place}>
                  {say(row.copyFor === null ? 'preview.of' : 'preview.copy', {
                    title: row.recipientTitle,
                    name: row.recipientName,
                  })}
                </option>
              ))}
            </select>
          </label>
          <WrittenLetter
            key={letter.id}
            letter={{ ...letter, to: `${letter.recipientName} <${letter.email}>` }}
          />
        </div>
      )}
    </Dialog>
  );
}
