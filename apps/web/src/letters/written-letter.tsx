import './written-letter.css';
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { LetterPreview } from '../api';
import { fontSheet } from '../look/font';
import { useWords } from '../words';
import { LETTERS } from './words';

/** A browser without a Japanese font still shows the letter; the mail itself names the fonts of mail programs. */
function inOwnFont(html: string): string {
  const sheet = `<style>${fontSheet()}</style>`;
  return html.includes('</head>') ? html.replace('</head>', () => `${sheet}</head>`) : sheet + html;
}

interface WrittenLetterProps {
  readonly letter: LetterPreview;
  /** Of which moment it is, where that is not said already. */
  readonly note?: string;
}

/** Subject, addressee and both versions of a letter, in a frame that runs nothing and leads nowhere; it may only load our font. */
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
