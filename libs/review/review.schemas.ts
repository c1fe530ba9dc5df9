import { z } from 'zod';
import { stageSchema } from '#cycle';
import { indicatorViewSchema } from '#indicator';

export const stateSchema = z.enum(['none', 'drafting', 'submitted', 'approved', 'not_applicable']);
export const subjectKindSchema = z.enum(['item', 'indicator', 'section']);

/** What a sheet is about, as every list and head shows it. */
export const subjectSchema = z
  .object({
    kind: subjectKindSchema,
    key: z.string().describe('体系番号'),
    marker: z.string().describe('ア, or empty'),
    title: z.string(),
    sectionKey: z.string(),
    sectionLabel: z.string().describe('第1節 参画と協働の推進'),
    programLabel: z.string().nullable().describe('(1) 市民協働推進事業'),
  })
  .meta({ id: 'Subject' });

export const todayRowSchema = z
  .object({
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    role: z.enum(['lead', 'support']),
    departmentName: z.string(),
    leadDepartmentName: z.string().nullable().describe('set on a supporting sheet'),
    badge: z.enum(['overdue', 'returned', 'none', 'drafting', 'submitted']),
    action: z.enum(['write', 'continue', 'mend', 'approve', 'withdraw', 'view']),
    dueOn: z.iso.date(),
    daysLeft: z.int().describe('negative when overdue'),
    progress: z.object({ done: z.int(), total: z.int() }).nullable(),
    returned: z.object({ by: z.string(), on: z.iso.date(), reason: z.string() }).nullable(),
    holder: z.object({ title: z.string(), dueOn: z.iso.date(), opened: z.boolean() }).nullable(),
  })
  .meta({ id: 'TodayRow' });

/** 要対応一覧: everything one person must do, and nothing else. */
export const todaySchema = z
  .object({
    date: z.iso.date(),
    groups: z.array(
      z.object({
        kind: z.enum(['overdue', 'returned', 'approvals', 'this_week', 'later', 'waiting']),
        total: z.int(),
        rows: z.array(todayRowSchema).describe('at most 50; the rest is in the list of the department'),
      }),
    ),
    next: z
      .object({ stage: stageSchema, fiscalYear: z.int(), opensOn: z.iso.date(), sheets: z.int() })
      .nullable()
      .describe('what starts next'),
  })
  .meta({ id: 'Today' });

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

export const activityIndicatorSchema = z.object({
  name: z.string().trim().min(1).max(100),
  unit: z.string().max(20),
  target: z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/),
});

const decimalText = z.string().regex(/^-?\d{1,13}(\.\d{1,4})?$/);

/** Answers of a sheet; each key is a field of the stage. An absent key is not yet answered; `null` takes an answer back. */
export const answersSchema = z
  .object({
    // Plan
    goal: z.string().max(4000).nullable(),
    activities: z.string().max(4000).nullable(),
    activityIndicators: z.array(activityIndicatorSchema).max(10).nullable(),
    budget: decimalText.nullable().describe('千円'),
    funding: z
      .object({
        national: decimalText,
        prefectural: decimalText,
        bond: decimalText,
        other: decimalText,
        general: decimalText,
      })
      .nullable(),
    plannedPersonYears: decimalText.nullable(),
    participation: z.enum(['none', 'pi', 'collaboration']).nullable(),
    sdgGoals: z.array(z.int().min(1).max(17)).max(17).nullable(),
    // Do
    progress: z.enum(['as_planned', 'mostly_as_planned', 'late', 'not_started']).nullable(),
    done: z.string().max(4000).nullable(),
    obstacles: z.string().max(4000).nullable(),
    helpNeeded: z.string().max(4000).nullable(),
    changedPlan: z.string().max(4000).nullable(),
    // Check
    results: z.string().max(4000).nullable(),
    activityActuals: z
      .array(z.object({ name: z.string().max(100), value: decimalText.nullable() }))
      .max(10)
      .nullable(),
    settledCost: decimalText.nullable().describe('千円'),
    settledPersonYears: decimalText.nullable(),
    participationActual: z.enum(['none', 'pi', 'collaboration']).nullable(),
    ratings: z
      .array(
        z.object({
          aspect: z.enum(['necessity', 'effectiveness', 'efficiency', 'fairness']),
          rating: z.enum(['a', 'b', 'c']),
          reason: z.string().max(1000),
        }),
      )
      .max(4)
      .nullable(),
    factorsOwn: z.string().max(4000).nullable(),
    factorsOutside: z.string().max(4000).nullable(),
    grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
    gradeReason: z.string().max(4000).nullable(),
    // Act
    issues: z.string().max(4000).nullable(),
    circumstances: z.string().max(4000).nullable(),
    direction: z
      .enum(['expand', 'continue', 'improve', 'shrink', 'merge', 'suspend', 'abolish', 'complete'])
      .nullable(),
    commitments: z
      .array(
        z.object({
          what: z.string().trim().min(1).max(1000),
          who: z.string().trim().min(1).max(100),
          dueOn: z.iso.date(),
        }),
      )
      .max(20)
      .nullable(),
    handoverMemo: z.string().max(4000).nullable(),
    // Indicator
    indicatorActual: z
      .object({
        value: decimalText.nullable(),
        milestone: z.enum(['未着手', '検討', '着手', '完了']).nullable(),
        reason: z
          .enum(['survey_not_held', 'not_yet_compiled', 'program_ended', 'definition_changed'])
          .nullable(),
        preliminary: z.boolean(),
      })
      .nullable(),
    source: z.string().max(1000).nullable(),
    specialNote: z.string().max(1000).nullable(),
    // Section review
    sectionGrade: z.enum(['A', 'B', 'C', 'D']).nullable(),
    opinion: z.string().max(4000).nullable(),
    priorities: z.string().max(4000).nullable(),
    gradeChange: z.string().max(4000).nullable(),
    // Answers to commitments, by the commitment's id
    commitmentAnswers: z
      .record(
        z.uuid(),
        z.object({
          answer: z.enum(['done', 'changed', 'dropped']),
          text: z.string().max(2000),
          what: z.string().max(1000).optional().describe('new words, when changed'),
          dueOn: z.iso.date().optional().describe('new date, when changed'),
        }),
      )
      .nullable(),
  })
  .partial()
  .strict()
  .meta({ id: 'Answers' });
export type Answers = z.infer<typeof answersSchema>;

export const concernSchema = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'Concern' });

export const missingSchema = z.object({ field: z.string(), code: z.string() }).meta({ id: 'Missing' });

export const approvalStepSchema = z
  .object({
    position: z.int(),
    title: z.string().describe('市民協働課長'),
    personName: z.string().nullable(),
    state: z.enum(['ahead', 'waiting', 'approved', 'returned', 'withdrawn']),
    dueOn: z.iso.date().nullable(),
    decidedOn: z.iso.date().nullable(),
    acting: z.boolean(),
    comment: z.string().nullable(),
  })
  .meta({ id: 'ApprovalStep' });

export const commitmentSchema = z
  .object({
    id: z.uuid(),
    madeInFiscalYear: z.int(),
    what: z.string(),
    who: z.string(),
    dueOn: z.iso.date(),
    state: z.enum(['open', 'done', 'changed', 'dropped']),
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
    version: z.int(),
    dueOn: z.iso.date(),
    daysLeft: z.int(),
    open: z.boolean().describe('drafts are accepted today'),
    editable: z.boolean(),
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
    commitments: z.array(commitmentSchema).describe('to be answered in this stage'),
    missing: z.array(missingSchema),
    concerns: z.array(concernSchema),
    returned: z.array(z.object({ by: z.string(), on: z.iso.date(), reason: z.string() })),
    chain: z.array(approvalStepSchema),
    labourUnitCost: z.string(),
    editedBy: z.string().nullable(),
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
export const returnSchema = z.object({
  version: z.int().min(0),
  reason: z.string().trim().min(1).max(2000),
  dueOn: z.iso.date().optional().describe('5 working days from today when left out'),
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
        cause: z.enum(['submitted', 'returned', 'approved', 'withdrawn', 'editor_changed', 'imported']),
        personName: z.string().nullable(),
        at: z.iso.datetime({ offset: true }),
        businessDate: z.iso.date(),
        changes: z.array(fieldChangeSchema),
      }),
    ),
  })
  .meta({ id: 'History' });

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
    changes: z.int(),
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
    lastReturn: z.object({ by: z.string(), on: z.iso.date(), reason: z.string() }).nullable(),
    same: z.array(z.object({ field: z.string(), type: fieldTypeSchema, value: z.unknown() })),
    commitments: z.array(commitmentSchema),
    commitmentAnswers: answersSchema.shape.commitmentAnswers,
    planAnswers: answersSchema.nullable(),
    indicators: z.array(indicatorViewSchema),
    supporting: z.array(
      z.object({ departmentName: z.string(), state: stateSchema, summary: z.string().nullable() }),
    ),
    chain: z.array(approvalStepSchema),
    nextTitle: z
      .string()
      .nullable()
      .describe('who gets it after the approval; null when this is the last step'),
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
