import { z } from 'zod';

const departmentName = z.object({ code: z.string(), name: z.string(), role: z.enum(['lead', 'support']) });

export const planItemSchema = z
  .object({ key: z.string(), marker: z.string(), text: z.string(), departments: z.array(departmentName) })
  .meta({ id: 'PlanItem' });

export const planIndicatorSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    unit: z.string(),
    decimals: z.int(),
    direction: z.enum(['up', 'down', 'maintain']),
    baseline: z.string().nullable(),
    baselineYear: z.int().nullable(),
    target: z.string().nullable(),
    targetYear: z.int().nullable(),
    targetWords: z.string().nullable(),
    note: z.string(),
    ownerName: z.string().nullable(),
  })
  .meta({ id: 'PlanIndicator' });

export const planSectionSchema = z
  .object({
    key: z.string(),
    parentKey: z.string().nullable(),
    number: z.string().describe('as printed: 第1節'),
    level: z.string(),
    title: z.string(),
    background: z.string(),
    leadName: z.string().nullable(),
    policies: z.array(z.object({ number: z.string(), text: z.string() })),
    indicators: z.array(planIndicatorSchema),
    programs: z.array(
      z.object({
        key: z.string(),
        number: z.string().describe('as printed: (1)'),
        title: z.string(),
        items: z.array(planItemSchema),
      }),
    ),
  })
  .meta({ id: 'PlanSection' });

/** The whole plan as a tree: small enough (hundreds of items) to be one answer. */
export const planTreeSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    firstFiscalYear: z.int(),
    lastFiscalYear: z.int(),
    totals: z.object({
      sections: z.int(),
      policies: z.int(),
      indicators: z.int(),
      programs: z.int(),
      items: z.int(),
      itemsWithoutLead: z.int(),
    }),
    sections: z.array(planSectionSchema),
  })
  .meta({ id: 'PlanTree' });
