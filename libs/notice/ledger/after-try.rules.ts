import type { MailOutcome } from '#mail';
import type { LetterKind, LetterState } from './letter.codes.js';
import { afterUncertain } from './uncertain.rules.js';

/** With the waits below about three days, the longest weekend a mail server may sleep through. */
const MOST_DEFERRALS = 40;
/** The longest wait is 2⁸ times the first. */
const LONGEST_DOUBLING = 8;
/** A server that is not there is asked often in its first minute, so that a restart costs seconds. */
const UNREACHABLE_MS = 5_000;
const UNREACHABLE_LONG_MS = 60_000;
const UNREACHABLE_OFTEN = 12;

/** A letter with the tries it had since it was last planned, the present one not among them. */
export interface TriedLetter {
  readonly kind: LetterKind;
  /** How often a server put it off. */
  readonly deferrals: number;
  /** How often a server had it in full and did not answer. */
  readonly lostAnswers: number;
  /** How often no server was there for it. */
  readonly unreached: number;
}

/** The state after a try, and the wait until the next: milliseconds, or null for none without a person. */
export interface AfterTry {
  readonly state: LetterState;
  readonly waitMs: number | null;
}

/** What follows from an answer of the mail server. `retryMs`: the first wait. */
export function afterTry(letter: TriedLetter, outcome: MailOutcome, retryMs: number): AfterTry {
  switch (outcome) {
    case 'sent':
      return { state: 'sent', waitMs: null };
    case 'never':
      return { state: 'failed', waitMs: null };
    case 'later':
      if (letter.deferrals + 1 >= MOST_DEFERRALS) return { state: 'failed', waitMs: null };
      return { state: 'planned', waitMs: doubled(retryMs, letter.deferrals) };
    case 'unreachable':
      return {
        state: 'planned',
        waitMs: letter.unreached < UNREACHABLE_OFTEN ? UNREACHABLE_MS : UNREACHABLE_LONG_MS,
      };
    case 'uncertain':
      return afterUncertain(letter.kind, letter.lostAnswers + 1) === 'ask'
        ? { state: 'uncertain', waitMs: null }
        : { state: 'uncertain', waitMs: doubled(retryMs, letter.lostAnswers) };
  }
}

const doubled = (ms: number, times: number): number => ms * 2 ** Math.min(times, LONGEST_DOUBLING);
