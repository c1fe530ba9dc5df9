import { z } from 'zod';

export const roleSchema = z.enum(['planner', 'finance', 'management', 'auditor', 'evaluator']);

/** Who is signed in, and what the frame of every page needs. */
export const sessionSchema = z
  .object({
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      title: z.string().describe('職名'),
      departmentName: z.string(),
      language: z.enum(['ja', 'en']),
    }),
    roles: z.array(roleSchema),
    manages: z.boolean().describe('holds a post of a division manager or above'),
    outsider: z.boolean().describe('of a partner or an outside evaluator: sees only what is given to them'),
    today: z.iso.date(),
    city: z.string(),
    sampleCity: z.boolean(),
    mailInboxUrl: z.string().nullable(),
  })
  .meta({ id: 'Session' });

export const signInSchema = z.object({
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(500),
});
export const sampleSignInSchema = z.object({ staffNumber: z.string().min(1).max(40) });

/** What the sign-in page shows before anybody is known. */
export const signInPageSchema = z
  .object({
    city: z.string(),
    samplePeople: z.array(
      z.object({
        staffNumber: z.string(),
        name: z.string(),
        title: z.string(),
        departmentName: z.string(),
        part: z.enum([
          'staff',
          'divisionManager',
          'departmentManager',
          'coordinator',
          'bureauDirector',
          'planner',
          'finance',
          'management',
          'auditor',
          'planningManager',
          'evaluator',
          'partner',
        ]),
      }),
    ),
  })
  .meta({ id: 'SignInPage' });

export const clockSchema = z
  .object({ today: z.iso.date(), hour: z.int(), movable: z.boolean() })
  .meta({ id: 'Clock' });
export const moveClockSchema = z.object({ date: z.iso.date(), hour: z.int().min(0).max(23).default(9) });
