import { z } from 'zod';
import { letterKindSchema } from '../ledger/letter.codes.js';

export const rehearsalRequestSchema = z
  .object({
    date: z.iso.date().describe('a day after today'),
    search: z.string().trim().max(100).default('').describe('part of a name, a staff number or an address'),
    page: z.int().min(1).max(100_000).default(1),
    pageSize: z.int().min(1).max(100).default(20),
  })
  .meta({ id: 'RehearsalRequest' });

/** Who would get a letter, with the letter as it would be written then. */
export const writtenLetterSchema = z.object({
  id: z.uuid(),
  recipientName: z.string(),
  recipientTitle: z.string(),
  email: z.string(),
  kind: letterKindSchema,
  copyFor: z.string().nullable().describe('name of who is away, when the letter is a copy for the delegate'),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

/** What a morning would send to the whole city; nothing of it is kept. */
export const rehearsalSchema = z
  .object({
    day: z.iso.date().describe('the working day on which it would go out'),
    letters: z.array(z.object({ kind: letterKindSchema, count: z.int(), copies: z.int() })),
    notices: z.array(z.object({ kind: z.string(), count: z.int() })),
    total: z.int().describe('letters that match the search'),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(writtenLetterSchema),
  })
  .meta({ id: 'Rehearsal' });
