import { z } from 'zod';
import { stageSchema } from '#cycle';
import { indicatorViewSchema } from '#indicator';
import { answersSchema } from './answers.schemas.js';
import {
  approvalStepSchema,
  commitmentSchema,
  concernSchema,
  fieldChangeSchema,
  fieldTypeSchema,
  sentBackSchema,
} from './sheet.schemas.js';
import { stateSchema, subjectSchema } from './subject.schemas.js';

export const returnSchema = z.object({
  version: z.int().min(0),
  reason: z.string().trim().min(1).max(2000),
  places: z
    .array(z.string().max(100))
    .max(100)
    .default([])
    .describe('keys of the fields to mend; commitmentAnswers for the answers to promises'),
  dueOn: z.iso.date().optional().describe('5 working days from today when left out'),
});

export const approveSchema = z.object({
  version: z.int().min(0),
  grade: z.enum(['A', 'B', 'C', 'D']).optional().describe('of the section, by whoever gives it'),
  reason: z.string().max(2000).optional().describe('why it is another than proposed'),
  gradeChange: z.string().max(4000).optional().describe('why it is another than last year’s'),
});

export const approvalRowSchema = z
  .object({
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    role: z.enum(['lead', 'support']),
    departmentName: z.string(),
    submitterName: z.string().nullable(),
    submittedOn: z.iso.date().nullable(),
    dueOn: z.iso.date(),
    overdue: z.boolean(),
    insteadOf: z.string().nullable().describe('代決: the holder who is away'),
    changes: z.int().describe('against last year'),
    sinceReturn: z.int().nullable().describe('changed since it was returned; null when it never was'),
    concerns: z.int(),
  })
  .meta({ id: 'ApprovalRow' });

export const approvalQueueSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(approvalRowSchema) })
  .meta({ id: 'ApprovalQueue' });

/** What an approver reads: what is odd, what changed, what stayed. */
export const approvalViewSchema = z
  .object({
    taskStageId: z.uuid(),
    version: z.int(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    role: z.enum(['lead', 'support']),
    departmentName: z.string(),
    submitterName: z.string().nullable(),
    submittedOn: z.iso.date().nullable(),
    dueOn: z.iso.date(),
    daysLeft: z.int(),
    lastFiscalYear: z.int().nullable(),
    concerns: z.array(concernSchema),
    changes: z.array(fieldChangeSchema).describe('against last year'),
    sinceReturn: z.array(fieldChangeSchema).describe('against the version that was returned'),
    promisesSinceReturn: z.int().describe('answers to promises that changed since then'),
    lastReturn: sentBackSchema.nullable(),
    earlierReturns: z.array(sentBackSchema).describe('the newest first'),
    same: z.array(z.object({ field: z.string(), type: fieldTypeSchema, value: z.unknown() })),
    commitments: z.array(commitmentSchema),
    commitmentAnswers: answersSchema.shape.commitmentAnswers,
    planAnswers: answersSchema.nullable(),
    indicators: z.array(indicatorViewSchema),
    supporting: z.array(
      z.object({ departmentName: z.string(), state: stateSchema, summary: z.string().nullable() }),
    ),
    chain: z.array(approvalStepSchema),
    mayDecide: z.boolean().describe('whether it waits for the reader'),
    waitsFor: z.string().nullable().describe('title of the post where it waits; null when it waits nowhere'),
    standsInFor: z
      .object({ personName: z.string(), title: z.string(), until: z.iso.date() })
      .nullable()
      .describe('代決: the holder who is away, at whose post it waits'),
    nextTitle: z
      .string()
      .nullable()
      .describe('who gets it after the approval; null when this is the last step'),
    grading: z
      .object({
        proposed: z.string().nullable(),
        last: z.string().nullable(),
        gradeChange: z.string().nullable(),
      })
      .nullable()
      .describe('set when the reader gives the section’s grade with their approval'),
    standardReturnDueOn: z.iso.date(),
  })
  .meta({ id: 'ApprovalView' });

export const bulkApproveSchema = z.object({
  sheets: z
    .array(z.object({ taskStageId: z.uuid(), version: z.int() }))
    .min(1)
    .max(100),
});

export const bulkApprovedSchema = z
  .object({
    approved: z.array(z.uuid()),
    refused: z.array(z.object({ taskStageId: z.uuid(), code: z.string() })),
  })
  .meta({ id: 'BulkApproved' });
