import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { isProblem } from '../api';
import { letterPreviewQuery } from '../api/letters';
import type { LetterRow } from '../api';
import { Dialog, Failed, Loading, useFormats } from '../parts';
import { useWords } from '../words';
import { useInstant } from '../parts/use-instant';
import { LETTERS } from './words';
import { WrittenLetter } from './written-letter';

interface PreviewDialogProps {
  readonly letter: LetterRow | null;
  readonly onClose: () => void;
}

/** A letter as its reader sees it. */
export function LetterPreviewDialog({ letter, onClose }: PreviewDialogProps): ReactElement {
  const say = useWords(LETTERS);
  return (
    <Dialog title={say('preview')} open={letter !== null} onClose={onClose} wide>
      {letter && <Preview letter={letter} />}
    </Dialog>
  );
}

function Preview({ letter }: { readonly letter: LetterRow }): ReactElement {
  const say = useWords(LETTERS);
  const at = useInstant();
  const { day } = useFormats();
  const { data, error, refetch } = useQuery(letterPreviewQuery(letter.id));
  const sentAt = letter.sentAt === null ? null : at(letter.sentAt);
  if (isProblem(error) && error.code === 'notice.nothing_left_to_tell')
    return (
      <div className="letter">
        <p role="status">{sentAt === null ? say('nothing_now') : say('nothing_now.sent', { at: sentAt })}</p>
        <dl>
          <dt>{say('to')}</dt>
          <dd>
            {letter.recipientTitle} {letter.recipientName} &lt;{letter.email}&gt;
          </dd>
          <dt>{say('day')}</dt>
          <dd>{day(letter.day)}</dd>
        </dl>
      </div>
    );
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={3} />;
  return (
    <WrittenLetter
      letter={data}
      note={sentAt === null ? say('as_now') : say('as_now.sent', { at: sentAt })}
    />
  );
}
