import { z } from 'zod';
import { stageSchema } from '#cycle';
import { stateSchema } from '#review';
import { KINDS } from './search.types.js';

export const LONGEST_QUERY = 200;

export const kindSchema = z.enum(KINDS);
export const querySchema = z.string().max(LONGEST_QUERY).default('');

const markedSchema = z
  .array(z.object({ text: z.string(), hit: z.boolean().describe('holds a word that was looked for') }))
  .meta({ id: 'MarkedText' });

export const searchHitSchema = z
  .object({
    type: z.enum(['section', 'policy', 'program', 'item', 'indicator', 'sheet', 'report', 'person']),
    key: z.string().describe('体系番号, or the id of a sheet or a person'),
    sectionKey: z.string().nullable(),
    subjectKind: z.enum(['item', 'indicator', 'section']).nullable().describe('what a sheet is about'),
    marker: z.string().describe('ア, (1), or empty'),
    title: markedSchema,
    place: z.string().describe('the section and the program; of a person the mail address'),
    excerpt: markedSchema.nullable().describe('around the first hit; of a person the posts'),
    fiscalYear: z.int().nullable(),
    stage: stageSchema.nullable(),
    state: stateSchema.nullable(),
    departmentName: z.string().nullable(),
    departmentCode: z
      .string()
      .nullable()
      .describe('of a person: their department, when the reader may see what it hands in'),
  })
  .meta({ id: 'SearchHit' });

/** Without a kind the first few of each; with one a page of it, and the counts of the others. */
export const searchResultSchema = z
  .object({
    total: z.int().describe('of all kinds together'),
    kind: kindSchema.nullable(),
    page: z.int(),
    pageSize: z.int(),
    leftOut: z.array(z.string()).describe('words beyond the most that one search looks for'),
    groups: z.array(z.object({ kind: kindSchema, total: z.int(), rows: z.array(searchHitSchema) })),
  })
  .meta({ id: 'SearchResult' });
