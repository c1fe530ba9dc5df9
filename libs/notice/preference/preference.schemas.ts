import { z } from 'zod';
import { letterKindSchema } from '../ledger/letter.codes.js';
import { NOTICE_KINDS } from '../notice.codes.js';

/** How mail comes; a letter that does not come to the person at all is null. */
export const mailPreferenceSchema = z
  .object({
    decisions: z.enum(['daily', 'at_once']).describe('when they hear of what came back or waits for them'),
    digest: z.boolean().nullable().describe('週次まとめ'),
    summary: z.boolean().nullable().describe('the summary of a year'),
  })
  .meta({ id: 'MailPreference' });

export const changePreferenceSchema = z.strictObject({
  decisions: z.enum(['daily', 'at_once']).optional(),
  digest: z.boolean().optional(),
  summary: z.boolean().optional(),
});

export const ownLetterSchema = z
  .object({
    id: z.uuid(),
    kind: letterKindSchema,
    day: z.iso.date(),
    state: z.enum(['planned', 'sending', 'sent', 'failed', 'uncertain']),
    subject: z.string().nullable(),
    sentAt: z.iso.datetime({ offset: true }).nullable(),
    copyOfName: z.string().nullable().describe('whose letter it is a copy of, when they were away'),
    reasons: z
      .array(
        z.object({
          kind: z.enum(NOTICE_KINDS),
          count: z.int(),
        }),
      )
      .describe('why the person got it'),
  })
  .meta({ id: 'OwnLetter' });

export const ownLetterListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(ownLetterSchema) })
  .meta({ id: 'OwnLetterList' });

/** What the page behind an unsubscribe link says. */
export const unsubscribeSchema = z
  .object({
    kind: z.enum(['digest', 'summary']),
    on: z.boolean().describe('these letters still come'),
    city: z.string(),
  })
  .meta({ id: 'Unsubscribe' });
