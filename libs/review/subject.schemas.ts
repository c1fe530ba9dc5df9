import { z } from 'zod';

export const stateSchema = z.enum(['none', 'drafting', 'submitted', 'approved', 'not_applicable']);

/** A stored state, or what follows from the dates and from a return. */
export const badgeSchema = z.enum([...stateSchema.options, 'overdue', 'returned']);

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
