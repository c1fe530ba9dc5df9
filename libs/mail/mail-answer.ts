/**
 * What became of a message.
 * `sent`: the server took it. `later`: it put it off, or fell silent before it had all of it. `never`: it refuses this
 * very message. `unreachable`: it takes nothing from us now. `uncertain`: it had all of it and did not answer.
 */
export type MailOutcome = 'sent' | 'later' | 'never' | 'unreachable' | 'uncertain';

export interface MailAnswer {
  readonly outcome: MailOutcome;
  readonly answer: string;
}

/** What nodemailer says of a failure, as far as it matters here. */
export interface MailFailure {
  readonly message: string;
  readonly code?: string;
  readonly responseCode?: number | false;
  /** SMTP command that was answered; CONN for the connection itself. */
  readonly command?: string;
  /** Which wait ended, of those that do. */
  readonly timeoutType?: string;
}

/** Answers to these are about one letter; to all others about everything we send. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);
/** Without an answer: the letter itself cannot be sent, e.g. as its address is none. */
const NO_LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
const LONGEST_ANSWER = 500;

/** Words of a server as a database can keep them: no NUL, no half of a character, up to a length. */
export function wordsOf(text: string): string {
  return text.replaceAll('\0', '').slice(0, LONGEST_ANSWER).toWellFormed();
}

/** What a failed transmission means. `handedOver`: the whole message had been written before it failed. */
export function answerOfFailure(failure: MailFailure, handedOver: boolean): MailAnswer {
  return { outcome: outcomeOf(failure, handedOver), answer: wordsOf(failure.message) };
}

function outcomeOf(
  { code, responseCode, command, timeoutType }: MailFailure,
  handedOver: boolean,
): MailOutcome {
  if (typeof responseCode === 'number') {
    if (responseCode < 500) return command === 'CONN' ? 'unreachable' : 'later';
    // Only a refusal of this very letter is final; a server that refuses us all may be mended.
    return ABOUT_THE_LETTER.has(command ?? '') ? 'never' : 'unreachable';
  }
  if (NO_LETTER.has(code ?? '')) return 'never';
  if (handedOver) return 'uncertain';
  return timeoutType === 'SOCKET_TIMEOUT' ? 'later' : 'unreachable';
}
