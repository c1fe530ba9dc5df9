import { z } from 'zod';

export const stageSchema = z.enum(['plan', 'do', 'check', 'act', 'review']);
export const phaseSchema = z.enum([
  'settlement',
  'management',
  'council',
  'external',
  'publication',
  'reflection',
]);
export const cycleStateSchema = z.enum(['draft', 'scheduled', 'open', 'closed', 'published']);
export const levelSchema = z.enum([
  'subsectionChief',
  'divisionManager',
  'departmentManager',
  'bureauDirector',
]);

export const cycleStageDatesSchema = z.object({
  stage: stageSchema,
  draftsFrom: z.iso.date(),
  opensOn: z.iso.date(),
  dueOn: z.iso.date(),
});

export const chainStepSchema = z.object({
  stage: stageSchema,
  kind: z.enum(['post_level', 'coordinating_division', 'fixed_division']),
  level: levelSchema.nullable(),
  departmentCode: z.string().nullable(),
  workingDays: z.int().min(1).max(60),
});

export const fieldDutySchema = z.enum(['none', 'lead', 'both']);

export const cycleSummarySchema = z
  .object({
    fiscalYear: z.int(),
    state: cycleStateSchema,
    opensOn: z.iso.date(),
    openedOn: z.iso.date().nullable(),
    closesOn: z.iso.date(),
    sheets: z.int(),
  })
  .meta({ id: 'CycleSummary' });

export const cycleListSchema = z
  .object({
    planTitle: z.string(),
    today: z.iso.date(),
    cycles: z.array(cycleSummarySchema),
    next: z
      .object({ fiscalYear: z.int(), opensOn: z.iso.date() })
      .nullable()
      .describe('the cycle the scheduler will open by itself'),
  })
  .meta({ id: 'CycleList' });

export const cycleViewSchema = z
  .object({
    fiscalYear: z.int(),
    state: cycleStateSchema,
    version: z.int(),
    openedOn: z.iso.date().nullable(),
    closesOn: z.iso.date(),
    labourUnitCost: z.string().describe('千円 per person-year'),
    stages: z.array(
      cycleStageDatesSchema.extend({ effectiveOpensOn: z.iso.date(), effectiveDueOn: z.iso.date() }),
    ),
    phases: z.array(
      z.object({
        phase: phaseSchema,
        opensOn: z.iso.date(),
        dueOn: z.iso.date(),
        effectiveDueOn: z.iso.date(),
      }),
    ),
    chain: z.array(chainStepSchema.extend({ departmentName: z.string().nullable() })),
    fields: z.array(
      z.object({
        key: z.string().describe('stage.field'),
        stage: stageSchema,
        duty: fieldDutySchema,
        standard: fieldDutySchema,
      }),
    ),
    extensions: z.array(
      z.object({
        stage: stageSchema,
        departmentCode: z.string(),
        departmentName: z.string(),
        dueOn: z.iso.date(),
        reason: z.string(),
      }),
    ),
    preview: z
      .object({
        sheets: z.int(),
        departments: z.int(),
        leadSheets: z.int(),
        supportSheets: z.int(),
        itemsWithoutLead: z.array(z.object({ key: z.string(), text: z.string() })),
      })
      .describe('who gets what'),
    holidays: z.array(z.iso.date()).describe('weekdays without work between first opening and last due date'),
  })
  .meta({ id: 'CycleView' });

export const editCycleSchema = z.object({
  version: z.int(),
  closesOn: z.iso.date(),
  labourUnitCost: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/),
  stages: z.array(cycleStageDatesSchema).min(1),
  phases: z.array(z.object({ phase: phaseSchema, opensOn: z.iso.date(), dueOn: z.iso.date() })),
  chain: z.array(chainStepSchema),
  fieldDuties: z.record(z.string(), fieldDutySchema),
});

export const datesPreviewSchema = z
  .object({
    stages: z.array(
      z.object({ stage: stageSchema, effectiveOpensOn: z.iso.date(), effectiveDueOn: z.iso.date() }),
    ),
    affected: z.object({ sheets: z.int(), departments: z.int() }),
  })
  .meta({ id: 'DatesPreview' });

export const createCycleSchema = z.object({ fiscalYear: z.int().min(1990).max(2100) });
export const reopenSchema = z.object({
  reason: z.string().trim().min(1).max(1000),
  closesOn: z.iso.date().describe('the last day on which it can be written'),
});

export const extendSchema = z.object({
  stage: stageSchema,
  departmentCode: z.string().min(1),
  dueOn: z.iso.date(),
  reason: z.string().trim().min(1).max(500),
});
