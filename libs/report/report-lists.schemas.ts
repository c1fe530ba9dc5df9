import { z } from 'zod';
import { stageSchema } from '#cycle';
import { stateSchema, subjectSchema } from '#review';
import { gradeSchema, overdueSchema } from './report.schemas.js';

/** Which of the counted sheets: all, those that are confirmed, not yet, late, or that gave an item a grade. */
export const sheetsShownSchema = z.enum(['all', 'approved', 'open', 'late', 'A', 'B', 'C', 'D']);
/** Which of the promises: all, by what the year said about them, unanswered, or unanswered and not able to wait. */
export const commitmentsShownSchema = z.enum(['all', 'done', 'changed', 'dropped', 'open', 'overdue']);

const paged = { total: z.int(), page: z.int(), pageSize: z.int() };

/** The sheets behind a number of the report. */
export const reportSheetsSchema = z
  .object({
    ...paged,
    rows: z.array(
      z.object({
        taskStageId: z.uuid().nullable().describe('only for who may read the sheet'),
        stage: stageSchema,
        role: z.enum(['lead', 'support']),
        subject: subjectSchema,
        departmentName: z.string(),
        state: stateSchema,
        late: z.boolean(),
        dueOn: z.iso.date(),
        grade: gradeSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'ReportSheets' });

/** The promises of earlier years behind a number of the report, with what the year said about each. */
export const reportCommitmentsSchema = z
  .object({
    ...paged,
    rows: z.array(
      z.object({
        id: z.uuid(),
        itemKey: z.string(),
        itemLabel: z.string(),
        sectionLabel: z.string(),
        what: z.string(),
        who: z.string(),
        dueOn: z.iso.date(),
        madeInFiscalYear: z.int(),
        decidedOn: z.iso.date().nullable(),
        answer: z.enum(['done', 'changed', 'dropped']).nullable(),
        text: z.string().nullable(),
        overdue: overdueSchema,
      }),
    ),
  })
  .meta({ id: 'ReportCommitments' });

export type ReportSheets = z.infer<typeof reportSheetsSchema>;
export type ReportCommitments = z.infer<typeof reportCommitmentsSchema>;
export type SheetsShown = z.infer<typeof sheetsShownSchema>;
export type CommitmentsShown = z.infer<typeof commitmentsShownSchema>;
