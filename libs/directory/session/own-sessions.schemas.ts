import { z } from 'zod';

export const ownSessionSchema = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable().describe('as its user agent calls it'),
    system: z.string().nullable(),
    startedAt: z.iso.datetime(),
    usedAt: z.iso.datetime().describe('the last request, to within a few minutes'),
    endsAt: z.iso.datetime(),
    current: z.boolean().describe('the one that asks'),
  })
  .meta({ id: 'OwnSession' });

/** Where a person is signed in, the current session first, then the last used. */
export const ownSessionsSchema = z
  .object({ sessions: z.array(ownSessionSchema) })
  .meta({ id: 'OwnSessions' });
