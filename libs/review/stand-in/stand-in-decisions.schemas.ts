import { z } from 'zod';
import { stageSchema } from '#cycle';
import { subjectSchema } from '../subject.schemas.js';

export const standInDecisionSchema = z
  .object({
    approvalId: z.uuid(),
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    departmentName: z.string(),
    postTitle: z.string(),
    decision: z.enum(['approved', 'returned']),
    decidedBy: z.string(),
    decidedOn: z.iso.date(),
    comment: z.string().nullable().describe('the reason of a return'),
    places: z.array(z.string()).describe('the fields that the return points at'),
  })
  .meta({ id: 'StandInDecision' });

export const standInDecisionListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(standInDecisionSchema) })
  .meta({ id: 'StandInDecisionList' });

export const reviewedSchema = z.strictObject({ approvalIds: z.array(z.uuid()).min(1).max(200) });

export const reviewedCountSchema = z.object({ reviewed: z.int() }).meta({ id: 'ReviewedCount' });
