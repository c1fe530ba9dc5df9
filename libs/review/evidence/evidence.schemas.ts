import { z } from 'zod';
import { stageSchema } from '#cycle';
import { FILE_KINDS } from './evidence-kind.rules.js';
import { LONGEST_URL } from './evidence.rules.js';

export const evidenceSchema = z
  .object({
    id: z.uuid(),
    taskStageId: z.uuid().describe('the stage in which it was added'),
    stage: stageSchema,
    kind: z.enum([...FILE_KINDS, 'link']),
    title: z.string().describe('name of the file or title of the link'),
    url: z.string().nullable(),
    size: z.int().describe('in bytes; 0 for a link'),
    source: z.string(),
    datedOn: z.iso.date().nullable().describe('date of the document'),
    addedBy: z.string(),
    addedByDepartment: z.string().nullable(),
    addedOn: z.iso.date(),
    version: z.int(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Evidence' });

/** 根拠資料 of a year's task, those of all its stages. */
export const evidenceListSchema = z
  .object({
    mayAdd: z.boolean(),
    largestFile: z.int().describe('in bytes'),
    largestTask: z.int().describe('in bytes, all files together'),
    pieces: z.array(evidenceSchema),
  })
  .meta({ id: 'EvidenceList' });

const sourceSchema = z.string().max(200).default('');
const datedOnSchema = z.iso.date().nullable().default(null);

export const newLinkSchema = z.strictObject({
  key: z.uuid(),
  url: z.string().trim().min(1).max(LONGEST_URL),
  title: z.string().max(200).default(''),
  source: sourceSchema,
  datedOn: datedOnSchema,
});

export const changeEvidenceSchema = z.strictObject({
  version: z.int().min(0),
  title: z.string().max(200).optional().describe('of a link; a file keeps its name'),
  source: sourceSchema,
  datedOn: datedOnSchema,
});

/** What stands in the form before the file. */
export const fileFieldsSchema = z.object({ key: z.uuid(), source: sourceSchema, datedOn: datedOnSchema });
