import { z } from 'zod';
import { stageSchema } from '#cycle';
import { stateSchema, subjectKindSchema, subjectSchema } from './subject.schemas.js';

/** 提出状況: departments × stages. */
export const submissionBoardSchema = z
  .object({
    fiscalYear: z.int(),
    columns: z.array(
      z.object({
        stage: stageSchema,
        subjectKind: subjectKindSchema,
        opensOn: z.iso.date(),
        dueOn: z.iso.date(),
      }),
    ),
    rows: z.array(
      z.object({
        departmentCode: z.string(),
        departmentName: z.string(),
        cells: z.array(
          z.object({ total: z.int(), submitted: z.int(), approved: z.int(), overdue: z.int() }).nullable(),
        ),
      }),
    ),
  })
  .meta({ id: 'SubmissionBoard' });

export const submissionRowSchema = z
  .object({
    taskStageId: z.uuid(),
    stage: stageSchema,
    subject: subjectSchema,
    role: z.enum(['lead', 'support']),
    departmentCode: z.string(),
    departmentName: z.string(),
    state: stateSchema,
    overdue: z.boolean(),
    returned: z.boolean().describe('it came back, and has not been handed in again'),
    dueOn: z.iso.date(),
    submittedOn: z.iso.date().nullable(),
    approvedOn: z.iso.date().nullable(),
    holderTitle: z.string().nullable(),
    returnCount: z.int(),
  })
  .meta({ id: 'SubmissionRow' });

export const submissionListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(submissionRowSchema) })
  .meta({ id: 'SubmissionList' });
