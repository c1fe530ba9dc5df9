import type { Language } from '#calendar';
import type { RenderedLetter } from '../letters/index.js';
import { markup } from '../letters/markup.js';
import { plainLine } from '../letters/plain-line.js';
import { wordingOf } from '../letters/wording.js';
import { wrapText } from '../letters/wrap-text.js';

/** Whose letter it would be. */
interface MeantFor {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The letter as a trial: both versions begin with whose it would be, the subject says that it is a test. */
export function markedAsTest(letter: RenderedLetter, { name, email, language }: MeantFor): RenderedLetter {
  const say = wordingOf(language);
  return {
    ...withNote(letter, say('letter.test_note', { name, address: email })),
    subject: plainLine(say('letter.test_subject', { subject: letter.subject })),
  };
}

/** Puts a line on top of a letter that is already printed, in both versions. */
function withNote(letter: RenderedLetter, note: string): RenderedLetter {
  const line = plainLine(note);
  const html = markup`<p style="margin:0;padding:12px 16px;background:#fff3cd;color:#1a1a1a;font-family:'BIZ UDPGothic','Hiragino Sans','Yu Gothic UI',Meiryo,sans-serif;font-size:14px;line-height:22px;">${line}</p>`;
  return {
    subject: letter.subject,
    html: letter.html.replace(/<body[^>]*>/, (body) => `${body}\n${html.html}`),
    text: `${wrapText(line, '').join('\n')}\n\n${letter.text}`,
  };
}
