import { z } from 'zod';
import { answersSchema } from '../answers.schemas.js';
import { concernSchema } from '../sheet.schemas.js';
import { stateSchema } from '../subject.schemas.js';

const actualAnswersSchema = answersSchema.pick({
  indicatorActual: true,
  source: true,
  specialNote: true,
  factorsOwn: true,
  factorsOutside: true,
});

/** One indicator whose actual of the year is to be entered; its sheet is `taskStageId`. */
export const actualEntrySchema = z
  .object({
    taskStageId: z.uuid(),
    version: z.int(),
    state: stateSchema,
    fiscalYear: z.int(),
    dueOn: z.iso.date(),
    daysLeft: z.int(),
    editable: z.boolean(),
    departmentName: z.string(),
    sectionLabel: z.string(),
    key: z.string(),
    name: z.string(),
    unit: z.string(),
    decimals: z.int(),
    kind: z.enum(['level', 'yearly_count', 'running_total', 'plan_total', 'milestone']),
    note: z.string(),
    answers: actualAnswersSchema,
    lastYear: actualAnswersSchema.nullable(),
    concerns: z.array(concernSchema),
  })
  .meta({ id: 'ActualEntry' });

export const actualEntryListSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(actualEntrySchema) })
  .meta({ id: 'ActualEntryList' });
