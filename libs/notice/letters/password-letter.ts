import type { LetterFrame, RenderedLetter } from './letter.types.js';
import { urlBelow } from './letter-links.js';
import { framedPage, voiceFor } from './letter-voice.js';
import { printLetter } from './print-letter.js';

export interface PasswordLetterProps extends LetterFrame {
  /** Path of the page on which the password is chosen, with the token in its fragment. */
  readonly url: string;
  readonly hours: number;
}

/** The link to choose a password, for who asked for it. */
export function passwordLetter(props: PasswordLetterProps): RenderedLetter {
  const { say } = voiceFor(props);
  const hours = { count: props.hours };
  return printLetter({
    ...framedPage(props, 'password', say('letter.password.subject', hours)),
    title: say('letter.password.title'),
    summary: say('letter.password.summary', hours),
    action: { label: say('letter.password.button'), url: urlBelow(props.baseUrl, props.url) },
    boxes: [],
    sections: [],
    closing: [say('letter.password.closing')],
  });
}
