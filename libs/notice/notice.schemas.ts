import { z } from 'zod';

export const letterRowSchema = z
  .object({
    id: z.uuid(),
    recipientName: z.string(),
    recipientTitle: z.string(),
    email: z.string(),
    kind: z.enum(['daily', 'digest', 'at_once', 'summary', 'handover', 'password']),
    day: z.iso.date(),
    state: z.enum(['planned', 'sending', 'sent', 'failed', 'uncertain', 'not_needed']),
    tries: z.int(),
    subject: z.string().nullable(),
    serverAnswer: z.string().nullable(),
    notices: z.int(),
  })
  .meta({ id: 'LetterRow' });

export const letterListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(letterRowSchema) })
  .meta({ id: 'LetterList' });

/** A letter as it would be rendered now. */
export const letterPreviewSchema = z
  .object({ subject: z.string(), html: z.string(), text: z.string(), to: z.string() })
  .meta({ id: 'LetterPreview' });
