import { z } from 'zod';
import { stageSchema } from '#cycle';
import { indicatorViewSchema } from '#indicator';
import { answersSchema } from './answers.schemas.js';
import { stateSchema, subjectSchema } from './subject.schemas.js';

export const fieldTypeSchema = z.enum([
  'text',
  'choice',
  'money',
  'decimal',
  'funding',
  'sdgs',
  'activityIndicators',
  'activityActuals',
  'commitments',
  'ratings',
  'indicatorActual',
]);

export const fieldSchema = z
  .object({
    key: z.string(),
    type: fieldTypeSchema,
    required: z.boolean(),
    public: z.boolean(),
    lengthGuide: z.int().nullable(),
    carriedOver: z.boolean(),
    choices: z.array(z.string()).describe('codes; the words are in the catalogue'),
  })
  .meta({ id: 'Field' });

export const concernSchema = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'Concern' });

export const missingSchema = z.object({ field: z.string(), code: z.string() }).meta({ id: 'Missing' });

/** 差戻し, as its author and the next approver read it. */
export const sentBackSchema = z.object({
  by: z.string(),
  on: z.iso.date(),
  reason: z.string(),
  places: z.array(z.string()).describe('the fields it points at'),
});

export const approvalStepSchema = z
  .object({
    position: z.int(),
    title: z.string().describe('市民協働課長'),
    personName: z.string().nullable(),
    state: z.enum(['ahead', 'waiting', 'approved', 'returned', 'withdrawn']),
    dueOn: z.iso.date().nullable(),
    decidedOn: z.iso.date().nullable(),
    acting: z.boolean(),
    insteadOf: z.string().nullable().describe('代決: who was away'),
    reviewedOn: z.iso.date().nullable().describe('後閲: when they looked at it'),
    comment: z.string().nullable(),
    places: z.array(z.string()).describe('the fields that a return points at'),
    setsGrade: z.boolean(),
    grade: z.string().nullable().describe('the section’s, given at this step'),
    proposedGrade: z.string().nullable(),
  })
  .meta({ id: 'ApprovalStep' });

export const commitmentSchema = z
  .object({
    id: z.uuid(),
    asked: z.boolean().describe('must be answered here; others are shown with what was answered'),
    madeInFiscalYear: z.int(),
    what: z.string(),
    who: z.string(),
    dueOn: z.iso.date(),
    over: z.boolean().describe('its day is over when the sheet is handed in: it cannot go on unchanged'),
    state: z.enum(['open', 'done', 'changed', 'dropped']),
    decidedOn: z.iso
      .date()
      .nullable()
      .describe('day of the management decision it comes from; null for a promise of an Act'),
    answers: z.array(
      z.object({
        stage: stageSchema,
        fiscalYear: z.int(),
        answer: z.string(),
        text: z.string(),
        on: z.iso.date(),
      }),
    ),
  })
  .meta({ id: 'Commitment' });

export const sheetStageSchema = z.object({
  stage: stageSchema,
  taskStageId: z.uuid().nullable(),
  state: stateSchema,
  opensOn: z.iso.date(),
  dueOn: z.iso.date(),
  approvedOn: z.iso.date().nullable(),
});

/** One stage of one annual task: all that its page shows. */
export const sheetSchema = z
  .object({
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    role: z.enum(['lead', 'support']),
    departmentName: z.string(),
    leadDepartmentName: z.string().nullable(),
    supporting: z.array(
      z.object({
        taskStageId: z.uuid(),
        departmentName: z.string(),
        state: stateSchema,
        summary: z.string().nullable(),
        cost: z.string().nullable(),
      }),
    ),
    stages: z.array(sheetStageSchema),
    state: stateSchema,
    notApplicableReason: z.string().nullable().describe('why it is 対象外, as its author wrote'),
    endedOn: z.iso.date().nullable().describe('the day on which the department lost the subject'),
    version: z.int(),
    dueOn: z.iso.date(),
    daysLeft: z.int(),
    open: z.boolean().describe('drafts are accepted today'),
    editable: z.boolean(),
    mayWrite: z.boolean().describe('the reader writes for its department, also while it is not editable'),
    mayWithdraw: z.boolean(),
    mayDecide: z.boolean(),
    fields: z.array(fieldSchema),
    answers: answersSchema,
    planAnswers: answersSchema
      .nullable()
      .describe('what this year’s Plan said (targets, budget), for Do, Check and Act'),
    lastYear: z.object({ fiscalYear: z.int(), answers: answersSchema }).nullable(),
    indicators: z.array(indicatorViewSchema),
    proposal: z
      .object({ value: z.string(), numerator: z.int(), denominator: z.int() })
      .nullable()
      .describe('computed from the sheets themselves; a proposal until the owner confirms it'),
    commitments: z.array(commitmentSchema).describe('asked in this stage, or answered in it'),
    missing: z.array(missingSchema),
    concerns: z.array(concernSchema),
    returned: z.array(sentBackSchema),
    chain: z.array(approvalStepSchema),
    labourUnitCost: z.string(),
    editedBy: z.string().nullable().describe('null when it was the reader'),
    editedAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Sheet' });

export const saveAnswersSchema = z.object({ version: z.int().min(0), answers: answersSchema });

export const savedSchema = z
  .object({
    version: z.int(),
    savedAt: z.iso.datetime({ offset: true }),
    state: stateSchema,
    missing: z.array(missingSchema),
    concerns: z.array(concernSchema),
  })
  .meta({ id: 'Saved' });

export const versionOnlySchema = z.object({ version: z.int().min(0) });

export const notApplicableSchema = z.object({
  version: z.int().min(0),
  reason: z.string().trim().min(1).max(1000),
});

export const fieldChangeSchema = z
  .object({
    field: z.string(),
    type: fieldTypeSchema,
    before: z.unknown().describe('value in the form of Answers, or null'),
    after: z.unknown(),
  })
  .meta({ id: 'FieldChange' });

export const historySchema = z
  .object({
    versions: z.array(
      z.object({
        number: z.int(),
        cause: z.enum([
          'submitted',
          'returned',
          'approved',
          'withdrawn',
          'editor_changed',
          'imported',
          'assignment_ended',
        ]),
        personName: z.string().nullable(),
        at: z.iso.datetime({ offset: true }),
        businessDate: z.iso.date(),
        changes: z.array(fieldChangeSchema),
      }),
    ),
  })
  .meta({ id: 'History' });
