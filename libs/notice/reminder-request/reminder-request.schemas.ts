import { z } from 'zod';
import { writtenLetterSchema } from '../rehearsal/rehearsal.schemas.js';

/** More than any city has. */
const MOST_DEPARTMENTS = 5000;

/** Departments that are asked for what they have not handed in. */
export const requestRemindersSchema = z
  .object({
    departmentCodes: z
      .array(z.string().min(1).max(40))
      .min(1)
      .max(MOST_DEPARTMENTS)
      .describe('each once or more, in any order'),
  })
  .meta({ id: 'RequestReminders' });

const reachSchema = z.object({
  sheets: z.int().describe('sheets of these departments that are open and not handed in'),
  people: z.int().describe('who writes for these departments, each once'),
});

/** Whom a request reaches, and with how much. */
export const reminderReachSchema = reachSchema.meta({ id: 'ReminderReach' });

export const requestedRemindersSchema = reachSchema
  .extend({
    departments: z.int().describe('asked now'),
    already: z.int().describe('asked earlier on this day, and not again'),
    leaves: z
      .enum(['now', 'next_morning', 'held'])
      .describe(
        'outside of office days the letters wait for the next morning, while mail is held for its release',
      ),
  })
  .meta({ id: 'RequestedReminders' });

/** The letters that a request would send; nothing of it is kept. */
export const previewedRemindersSchema = z
  .object({
    total: z.int().describe('letters, copies for delegates among them'),
    rows: z.array(writtenLetterSchema).describe('the first twenty by name'),
  })
  .meta({ id: 'PreviewedReminders' });

/** When departments were last asked. */
export const lastRemindersSchema = z
  .array(z.object({ departmentCode: z.string(), day: z.iso.date() }))
  .meta({ id: 'LastReminders' });
