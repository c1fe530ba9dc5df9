/**
 * What became of a message.
 * `sent`: the server took it. `later`: it put it off, or the line broke before it had all of it. `never`: it refuses this
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
  /** Call of the system that failed, if one did. */
  readonly syscall?: string;
}

/** How much of a letter a server had before it failed; `begun`: it was greeted and knew us, and had not all of it. */
export type Handed = 'nothing' | 'begun' | 'whole';

/** Answers to these are about one letter; to all others about everything we send. */
const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);
/** Without an answer: the letter itself cannot be sent, e.g. as its address is none. */
const NO_LETTER = new Set(['EENVELOPE', 'EMESSAGE']);
const LONGEST_ANSWER = 500;

/** Words of a server as a database can keep them: no NUL, no half of a character, up to a length. */
export function wordsOf(text: string): string {
  return text.replaceAll('\0', '').slice(0, LONGEST_ANSWER).toWellFormed();
}

/** What a failed transmission means. */
export function answerOfFailure(failure: MailFailure, handed: Handed): MailAnswer {
  return { outcome: outcomeOf(failure, handed), answer: wordsOf(failure.message) };
}

function outcomeOf({ code, responseCode, command, syscall }: MailFailure, handed: Handed): MailOutcome {
  if (typeof responseCode === 'number' && responseCode >= 500)
    // Only a refusal of this very letter is final; a server that refuses us all may be mended.
    return ABOUT_THE_LETTER.has(command ?? '') ? 'never' : 'unreachable';
  if (typeof responseCode !== 'number') {
    if (NO_LETTER.has(code ?? '')) return 'never';
    // The line on which it had begun was closed, and there was no other.
    if (syscall === 'connect') return 'unreachable';
    if (handed === 'whole') return 'uncertain';
  }
  // A server may put off, cut or hang on one letter for ever: once it has begun, each try counts.
  return handed === 'nothing' ? 'unreachable' : 'later';
}
