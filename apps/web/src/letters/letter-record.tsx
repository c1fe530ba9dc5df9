import './written-letter.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { letterQuery } from '../api/letters';
import type { LetterDetail, LetterRow } from '../api';
import { Dialog, Failed, Loading, useFormats } from '../parts';
import { useWords } from '../words';
import { useInstant } from '../parts/use-instant';
import { LETTERS } from './words';

interface RecordDialogProps {
  readonly letter: LetterRow | null;
  readonly onClose: () => void;
}

/** All that is known of one letter: why, what it told, where it went, every try. */
export function LetterRecordDialog({ letter, onClose }: RecordDialogProps): ReactElement {
  const say = useWords(LETTERS);
  return (
    <Dialog title={say('detail.title')} open={letter !== null} onClose={onClose} wide>
      {letter && <Loaded id={letter.id} />}
    </Dialog>
  );
}

function Loaded({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch } = useQuery(letterQuery(id));
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return data ? <LetterRecord letter={data} /> : <Loading rows={4} />;
}

/** Known kinds of notices have words; one that is younger than this page is left out. */
const TOLD = [
  'cycle_opened',
  'stage_opened',
  'reminder',
  'overdue',
  'returned',
  'waiting',
  'digest',
  'escalation',
  'cycle_closed',
  'handover',
  'due_moved',
  'requested',
  'decided',
] as const;

function LetterRecord({ letter }: { readonly letter: LetterDetail }): ReactElement {
  const say = useWords(LETTERS);
  const { list } = useFormats();
  const at = useInstant();
  const gone = letter.sentAt !== null;
  const unneeded = letter.state === 'not_needed';
  const told = TOLD.flatMap((kind) => {
    const found = letter.told.find((one) => one.kind === kind);
    return found ? [say('told.of', { what: say(`told.${kind}`), number: found.count })] : [];
  });
  return (
    <div className="letter">
      <dl>
        <dt>{say('to')}</dt>
        <dd>
          {letter.recipientTitle} {letter.recipientName} &lt;{letter.email}&gt;
        </dd>
        <dt>{say(gone ? 'why' : 'why.to_send')}</dt>
        <dd>
          {letter.copyForName === null
            ? say(`why.${letter.kind}`)
            : say('why.copy', { name: letter.copyForName })}
        </dd>
        <dt>{say(gone ? 'told' : 'told.to_tell')}</dt>
        <dd>{told.length === 0 ? say('told.none') : list(told)}</dd>
        <dt>{say('sent_at')}</dt>
        <dd>{letter.sentAt === null ? say(unneeded ? 'sent_never' : 'sent_none') : at(letter.sentAt)}</dd>
        {letter.sentTo !== null && (
          <>
            <dt>{say('sent_to')}</dt>
            <dd>
              {letter.sentTo}
              {letter.asTest && <span className="sub">{say('as_test')}</span>}
            </dd>
          </>
        )}
        {letter.nextTryAt !== null && letter.tries > 0 && (
          <>
            <dt>{say('next_try')}</dt>
            <dd>{at(letter.nextTryAt)}</dd>
          </>
        )}
        {letter.bounceAnswer !== null && (
          <>
            <dt>{say('bounce')}</dt>
            <dd>{letter.bounceAnswer}</dd>
          </>
        )}
      </dl>
      <h3>{say('history')}</h3>
      <ol className="tries">
        {letter.history.map((one) => (
          <li key={one.number}>
            <b>{say('try.number', { number: one.number })}</b> {at(one.beganAt)}{' '}
            {one.outcome === null ? say('try.under_way') : say(`outcome.${one.outcome}`)}
            {one.answer !== null && one.answer !== '' && <span className="sub">{one.answer}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
