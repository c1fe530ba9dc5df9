import { z } from 'zod';

export const LETTER_KINDS = [
  'daily',
  'digest',
  'at_once',
  'request',
  'summary',
  'handover',
  'password',
] as const;
export const letterKindSchema = z.enum(LETTER_KINDS);
export type LetterKind = z.infer<typeof letterKindSchema>;

export const LETTER_STATES = ['planned', 'sending', 'sent', 'failed', 'uncertain', 'not_needed'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

export const TRY_OUTCOMES = [
  'sent',
  'later',
  'never',
  'uncertain',
  'not_needed',
  'unreachable',
  'bounced',
] as const;
export type TryOutcome = (typeof TRY_OUTCOMES)[number];

export const MAIL_MODES = ['live', 'test', 'hold'] as const;
export type MailMode = (typeof MAIL_MODES)[number];
