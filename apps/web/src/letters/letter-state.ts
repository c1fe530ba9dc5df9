import type { LetterRow } from '../api';
import type { IconName, Tone } from '../parts';

export const LETTER_STATES: readonly LetterRow['state'][] = [
  'planned',
  'sending',
  'sent',
  'failed',
  'uncertain',
  'not_needed',
];

/** Icon and tone of a letter's state. */
export const STATE_LOOK: Readonly<Record<LetterRow['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  planned: { tone: 'none', icon: 'clock' },
  sending: { tone: 'key', icon: 'mail' },
  sent: { tone: 'good', icon: 'tick-ring' },
  failed: { tone: 'bad', icon: 'warning' },
  uncertain: { tone: 'warn', icon: 'info' },
  not_needed: { tone: 'flat', icon: 'line' },
};
