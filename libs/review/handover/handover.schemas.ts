import { z } from 'zod';
import { stageSchema } from '#cycle';
import { stateSchema, subjectSchema } from '../subject.schemas.js';

const holderSchema = z.object({
  name: z.string(),
  kind: z.enum(['main', 'concurrent', 'acting']),
  fromDate: z.iso.date(),
  toDate: z.iso.date().nullable(),
});

const postSchema = z.object({
  postId: z.uuid(),
  title: z.string().describe('市民協働課長'),
  departmentName: z.string(),
  subtree: z.boolean().describe('a manager looks after the departments below too'),
  since: z.iso
    .date()
    .nullable()
    .describe('the day from which the reader holds it; null for a post of others'),
});

const countsSchema = z.object({
  open: z.int().describe('sheets to be written'),
  overdue: z.int().describe('of these, past their date'),
  waiting: z.int().describe('sheets that wait for an approval at this post'),
  submitted: z.int().describe('sheets of the departments that are on their way through the chain'),
  commitments: z.int().describe('open promises of items the departments lead'),
  items: z.int(),
});

/** The posts of a person, with how much lies on each. */
export const handoverPostsSchema = z
  .object({ date: z.iso.date(), posts: z.array(postSchema.extend({ counts: countsSchema })) })
  .meta({ id: 'HandoverPosts' });

const workSchema = z.object({
  taskStageId: z.uuid(),
  stage: stageSchema,
  fiscalYear: z.int(),
  subject: subjectSchema,
  role: z.enum(['lead', 'support']),
  departmentName: z.string(),
  state: stateSchema,
  dueOn: z.iso.date().describe('of the author, or of the approver where it waits'),
});

const commitmentSchema = z.object({
  id: z.uuid(),
  what: z.string(),
  who: z.string().describe('title of the post that promised'),
  dueOn: z.iso.date(),
  madeInFiscalYear: z.int(),
  itemKey: z.string(),
  itemTitle: z.string(),
  departmentName: z.string(),
});

/** 引継ぎ: what lies on one post. Lists show the first of each; the counts say how many there are. */
export const handoverSchema = z
  .object({
    date: z.iso.date(),
    post: postSchema,
    counts: countsSchema,
    holders: z.array(holderSchema).describe('who holds it today'),
    before: z.array(holderSchema).describe('who held it before, the last first'),
    overdue: z.array(workSchema),
    due: z.array(workSchema).describe('to be written next'),
    waiting: z.array(workSchema),
    commitments: z.array(commitmentSchema),
  })
  .meta({ id: 'Handover' });

const lastStageSchema = z.object({
  taskStageId: z.uuid().nullable().describe('null where the reader may not open the sheet'),
  state: stateSchema,
});

/** What the last year that was written up says of an item. Texts of 300 characters at most, the memo whole. */
export const handoverItemSchema = z
  .object({
    key: z.string(),
    marker: z.string(),
    title: z.string(),
    sectionLabel: z.string(),
    programLabel: z.string(),
    departmentName: z.string(),
    role: z.enum(['lead', 'support']),
    fiscalYear: z.int().nullable().describe('null: nothing was written up yet'),
    check: lastStageSchema
      .extend({ grade: z.string().nullable(), results: z.string().nullable() })
      .nullable(),
    act: lastStageSchema
      .extend({
        issues: z.string().nullable(),
        direction: z.string().nullable(),
        memo: z.string().nullable().describe('引継ぎメモ'),
      })
      .nullable(),
  })
  .meta({ id: 'HandoverItem' });

export const handoverItemsSchema = z
  .object({ total: z.int(), page: z.int(), pageSize: z.int(), rows: z.array(handoverItemSchema) })
  .meta({ id: 'HandoverItems' });
