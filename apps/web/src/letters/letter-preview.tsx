import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { isProblem } from '../api';
import { letterPreviewQuery } from '../api/letters';
import type { LetterPreview, LetterRow } from '../api';
import { fontSheet } from '../look/font';
import { Dialog, Failed, Loading, useFormats } from '../parts';
import { useWords } from '../words';
import { useInstant } from '../parts/use-instant';
import { LETTERS } from './words';

interface PreviewDialogProps {
  readonly letter: LetterRow | null;
  readonly onClose: () => void;
}

/** A letter as its reader sees it, in a frame that runs nothing and leads nowhere; it may only load our font. */
export function LetterPreviewDialog({ letter, onClose }: PreviewDialogProps): ReactElement {
  const say = useWords(LETTERS);
  return (
    <Dialog title={say('preview')} open={letter !== null} onClose={onClose} wide>
      {letter && <Preview letter={letter} />}
    </Dialog>
  );
}

/** A browser without a Japanese font still shows the letter; the mail itself names the fonts of mail programs. */
function inOwnFont(html: string): string {
  const sheet = `<style>${fontSheet()}</style>`;
  return html.includes('</head>') ? html.replace('</head>', () => `${sheet}</head>`) : sheet + html;
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

interface WrittenLetterProps {
  readonly letter: LetterPreview;
  /** Of which moment it is, where that is not said already. */
  readonly note?: string;
}

/** Subject, addressee and both versions of a letter. */
export function WrittenLetter({ letter, note }: WrittenLetterProps): ReactElement {
  const say = useWords(LETTERS);
  const [form, setForm] = useState<'html' | 'text'>('html');
  return (
    <div className="letter">
      {note !== undefined && <p className="sub">{note}</p>}
      <dl>
        <dt>{say('subject')}</dt>
        <dd>
          <b>{letter.subject}</b>
        </dd>
        <dt>{say('to')}</dt>
        <dd>{letter.to}</dd>
      </dl>
      <div className="chips" role="group" aria-label={say('form')}>
        {(['html', 'text'] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={form === one}
            onClick={() => setForm(one)}
          >
            {say(`form.${one}`)}
          </button>
        ))}
      </div>
      {form === 'html' ? (
        <iframe title={say('form.html')} sandbox="allow-same-origin" srcDoc={inOwnFont(letter.html)} />
      ) : (
        <pre tabIndex={0}>{letter.text}</pre>
      )}
    </div>
  );
}
