import type { LetterKind } from './letter.codes.js';

/**
 * What happens to a letter that may or may not have reached the server. A missed duty costs more than a mail that comes
 * twice under one Message-ID; a password's letter has a link of its own at every try. What management reads stands on the
 * pages too, and a mayor's mail that comes twice embarrasses: a person decides.
 */
const AFTER_UNCERTAIN: Readonly<Record<LetterKind, 'again' | 'ask'>> = {
  daily: 'again',
  digest: 'again',
  at_once: 'again',
  request: 'again',
  handover: 'again',
  password: 'again',
  summary: 'ask',
};

/** Mails of one letter that a server took without answering; it would go on like that, and the reader has had enough. */
const MOST_LOST_ANSWERS = 5;

/** `lostAnswers`: earlier and present tries that the server had in full and did not answer. */
export function afterUncertain(kind: LetterKind, lostAnswers: number): 'again' | 'ask' {
  return lostAnswers >= MOST_LOST_ANSWERS ? 'ask' : AFTER_UNCERTAIN[kind];
}

/** Kinds of which a person decides whenever one is uncertain. */
export const KINDS_TO_ASK: readonly LetterKind[] = (Object.keys(AFTER_UNCERTAIN) as LetterKind[]).filter(
  (kind) => AFTER_UNCERTAIN[kind] === 'ask',
);
