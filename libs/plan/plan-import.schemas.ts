import { z } from 'zod';

const directionSchema = z.enum(['up', 'down', 'maintain']);

/** What a person decided about the questions of a document; each wins over what was read. */
export const planDecisionsSchema = z
  .object({
    title: z.string().trim().min(1).max(200).optional(),
    firstFiscalYear: z.int().min(1950).max(2200).optional(),
    lastFiscalYear: z.int().min(1950).max(2200).optional(),
    replacesPlan: z.boolean().optional().describe('most of the plan may go: the document is that of another'),
    directions: z.record(z.string(), directionSchema).default({}).describe('by the key of the indicator'),
  })
  .strict()
  .meta({ id: 'PlanDecisions' });
export type PlanDecisions = z.infer<typeof planDecisionsSchema>;

export const NO_DECISIONS: PlanDecisions = { directions: {} };

const yearValue = z.object({ value: z.string(), year: z.int().nullable() });
const sectionNumber = z.union([z.int(), z.string()]);

/** What a document was read as, what accepting it would change, and what a person must decide first. */
export const planPreviewSchema = z
  .object({
    title: z.string().nullable(),
    firstFiscalYear: z.int().nullable(),
    lastFiscalYear: z.int().nullable(),
    totals: z.object({
      sections: z.int(),
      policies: z.int(),
      indicators: z.int(),
      programs: z.int(),
      items: z.int(),
    }),
    sections: z.array(
      z.object({
        key: z.string(),
        number: sectionNumber,
        title: z.string(),
        line: z.int(),
        policies: z.array(z.object({ text: z.string(), line: z.int() })),
        programs: z.array(
          z.object({
            key: z.string(),
            title: z.string(),
            line: z.int(),
            items: z.array(
              z.object({ key: z.string(), marker: z.string(), text: z.string(), line: z.int() }),
            ),
          }),
        ),
        indicators: z.array(
          z.object({
            key: z.string(),
            name: z.string(),
            unit: z.string(),
            direction: directionSchema.describe('as read, or as decided before'),
            baseline: yearValue.nullable(),
            targets: z.array(yearValue),
            targetWords: z.string().nullable(),
            floor: z.boolean(),
            line: z.int(),
          }),
        ),
      }),
    ),
    questions: z.array(
      z.object({
        line: z.int(),
        about: z.string(),
        text: z.string(),
        asks: z.enum(['direction', 'period', 'title', 'nothing']).describe('what an answer may decide'),
        subject: z.string().nullable().describe('key of the entry in doubt'),
      }),
    ),
    difference: z
      .object({
        otherPlan: z.boolean().describe('most entries of the plan would be gone'),
        entries: z.array(
          z.object({
            kind: z.enum(['plan', 'section', 'policy', 'indicator', 'program', 'item']),
            change: z.enum(['added', 'withdrawn', 'changed', 'moved']),
            key: z.string(),
            keyBefore: z.string().nullable(),
            title: z.string(),
            line: z.int().nullable(),
            fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
          }),
        ),
      })
      .nullable()
      .describe('null while there is no plan yet'),
  })
  .meta({ id: 'PlanPreview' });

export const planImportedSchema = z
  .object({ added: z.int(), changed: z.int(), unchanged: z.int(), withdrawn: z.int() })
  .meta({ id: 'PlanImported' });
