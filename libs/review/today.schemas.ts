import { z } from 'zod';
import { stageSchema } from '#cycle';
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
