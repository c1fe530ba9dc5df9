import { z } from 'zod';
import { stageSchema } from '#cycle';
import { sentBackSchema } from './sheet.schemas.js';
import { subjectSchema } from './subject.schemas.js';

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
    returned: sentBackSchema.nullable(),
    holder: z.object({ title: z.string(), dueOn: z.iso.date(), opened: z.boolean() }).nullable(),
  })
  .meta({ id: 'TodayRow' });

export const TODAY_KINDS = [
  'overdue',
  'returned',
  'mentions',
  'approvals',
  'this_week',
  'later',
  'waiting',
] as const;
const kindSchema = z.enum(TODAY_KINDS);

const stageCountsSchema = z.array(z.object({ stage: stageSchema, count: z.int() }));

/** A comment that speaks to the reader and was not opened yet. */
export const mentionRowSchema = z
  .object({
    commentId: z.uuid(),
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    departmentName: z.string(),
    author: z.object({ name: z.string(), departmentName: z.string().nullable() }),
    excerpt: z.string(),
    writtenOn: z.iso.date(),
  })
  .meta({ id: 'MentionRow' });

/** 要対応一覧: everything one person must do, and nothing else. */
export const todaySchema = z
  .object({
    date: z.iso.date(),
    groups: z.array(
      z.object({
        kind: z.enum(['overdue', 'returned', 'approvals', 'this_week', 'later', 'waiting']),
        total: z.int(),
        rows: z.array(todayRowSchema).describe('one page; without a kind the first of each'),
      }),
    ),
    mentions: z.object({ total: z.int(), rows: z.array(mentionRowSchema) }),
    counts: z
      .object({
        kinds: z.array(z.object({ kind: kindSchema, count: z.int() })),
        stages: stageCountsSchema,
        total: z.int().describe('what the list holds, all pages together'),
      })
      .describe('what the list would hold if one were chosen beside the other'),
    page: z.int(),
    pageSize: z.int(),
    next: z
      .object({
        stage: stageSchema,
        fiscalYear: z.int(),
        opensOn: z.iso.date(),
        sheets: z.int(),
        own: z.boolean().describe('the reader writes it, and hears of it by letter'),
      })
      .nullable()
      .describe('what starts next'),
  })
  .meta({ id: 'Today' });

export const todayKindSchema = kindSchema;

export const DEPARTMENT_STATES = ['overdue', 'returned', 'none', 'drafting', 'submitted'] as const;
export const departmentStateSchema = z.enum(DEPARTMENT_STATES);

/** A sheet of the reader's departments that is not settled yet, with who holds it. */
export const departmentRowSchema = z
  .object({
    taskStageId: z.uuid(),
    stage: stageSchema,
    fiscalYear: z.int(),
    subject: subjectSchema,
    departmentName: z.string(),
    leadDepartmentName: z.string().nullable(),
    state: departmentStateSchema,
    dueOn: z.iso.date().describe('of whoever holds it'),
    daysLeft: z.int(),
    holder: z.object({
      title: z.string().describe('department that writes, or post that confirms'),
      name: z.string().nullable().describe('who writes or sits there'),
    }),
  })
  .meta({ id: 'DepartmentRow' });

export const departmentTodaySchema = z
  .object({
    date: z.iso.date(),
    counts: z.object({
      kinds: z.array(z.object({ kind: departmentStateSchema, count: z.int() })),
      stages: stageCountsSchema,
      total: z.int(),
    }),
    page: z.int(),
    pageSize: z.int(),
    rows: z.array(departmentRowSchema),
  })
  .meta({ id: 'DepartmentToday' });
