import { z } from 'zod';

const stateSchema = z.enum(['planned', 'running', 'past']);

const daysSchema = z.object({ fromDate: z.iso.date(), toDate: z.iso.date() });

export const absenceSchema = z
  .object({
    id: z.uuid(),
    fromDate: z.iso.date(),
    toDate: z.iso.date().describe('the last day of it'),
    state: stateSchema,
    delegate: z.object({ id: z.uuid(), name: z.string(), title: z.string() }),
    decides: z.boolean().describe('代決: the delegate approves and returns in their place'),
    delegateAway: daysSchema.nullable().describe('days on which the delegate is away too'),
  })
  .meta({ id: 'Absence' });

export const standInSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    title: z.string(),
    fromDate: z.iso.date(),
    toDate: z.iso.date(),
    decides: z.boolean(),
    state: stateSchema,
  })
  .meta({ id: 'StandIn' });

/** 不在: a person's own, the latest first, and whose mail comes to them. */
export const absenceListSchema = z
  .object({ own: z.array(absenceSchema), standingInFor: z.array(standInSchema) })
  .meta({ id: 'AbsenceList' });

export const newAbsenceSchema = z.strictObject({
  fromDate: z.iso.date(),
  toDate: z.iso.date(),
  delegateId: z.uuid(),
  decides: z.boolean().default(false),
});

export const delegateRowSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    staffNumber: z.string(),
    title: z.string(),
    near: z.enum(['colleague', 'superior']).nullable().describe('null: somebody else of the house'),
    away: daysSchema.nullable().describe('days of the absence on which they are away too'),
  })
  .meta({ id: 'DelegateRow' });

export const delegateListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(delegateRowSchema) })
  .meta({ id: 'DelegateList' });
