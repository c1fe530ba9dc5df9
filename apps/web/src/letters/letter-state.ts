import type { LetterRow } from '../api';
import type { IconName, Tone } from '../parts';

/** The states one can filter by. */
export const LETTER_STATES: readonly LetterRow['state'][] = [
  'planned',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'not_needed',
];

interface StateLook {
  readonly tone: Tone;
  readonly icon: IconName;
}

const LOOKS: Readonly<Record<string, StateLook>> = {
  planned: { tone: 'none', icon: 'clock' },
  sending: { tone: 'key', icon: 'mail' },
  sent: { tone: 'good', icon: 'tick-ring' },
  failed: { tone: 'bad', icon: 'warning' },
  uncertain: { tone: 'warn', icon: 'info' },
  not_needed: { tone: 'flat', icon: 'line' },
};

/** Icon and tone of a letter's state; a state younger than this page is shown neutrally. */
export function stateLook(state: string): StateLook {
  return LOOKS[state] ?? { tone: 'flat', icon: 'info' };
}

/** What is not on its way anyway, and has something to say. */
export const canBeSentAgain = ({ state }: Pick<LetterRow, 'state'>): boolean =>
  state !== 'planned' && state !== 'sending' && state !== 'not_needed';
