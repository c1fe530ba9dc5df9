import { z } from 'zod';
import { stageSchema } from '#cycle';
import { LONGEST_COMMENT, MOST_MENTIONS } from './comment.rules.js';

/** As it is kept a mention takes 39 characters and counts as one. */
const LONGEST_BODY = LONGEST_COMMENT + MOST_MENTIONS * 39;

export const commentPartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('mention'),
    personId: z.uuid(),
    name: z.string(),
    departmentName: z.string().nullable(),
  }),
]);

export const commentSchema = z
  .object({
    id: z.uuid(),
    taskStageId: z.uuid().describe('the stage on whose page it was written'),
    stage: stageSchema,
    author: z.object({ id: z.uuid(), name: z.string(), departmentName: z.string().nullable() }),
    parts: z.array(commentPartSchema).describe('empty when it is removed'),
    writtenOn: z.iso.date(),
    writtenAt: z.iso.datetime({ offset: true }),
    edited: z.boolean(),
    removed: z.boolean(),
    version: z.int(),
    mayEdit: z.boolean().describe('own, and not older than a day'),
    mayRemove: z.boolean(),
    toMe: z.boolean(),
    unread: z.boolean().describe('speaks to me, and I had not opened it'),
  })
  .meta({ id: 'Comment' });

export const commentListSchema = z
  .object({
    total: z.int(),
    page: z.int(),
    pageSize: z.int(),
    mayWrite: z.boolean(),
    unread: z.int().describe('how many of all pages speak to me and were not opened yet'),
    rows: z.array(commentSchema).describe('the newest first'),
  })
  .meta({ id: 'CommentList' });

const bodySchema = z.string().max(LONGEST_BODY).describe('plain text; a mention is @[id of the person]');

export const newCommentSchema = z.strictObject({
  key: z.uuid().describe('made by the client; the same key writes once'),
  body: bodySchema,
});

export const changeCommentSchema = z.strictObject({ version: z.int().min(0), body: bodySchema });

export const mentionableSchema = z
  .object({
    rows: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        departmentName: z.string(),
        title: z.string(),
        reads: z.boolean().describe('may read this sheet; nobody else can be mentioned on it'),
      }),
    ),
  })
  .meta({ id: 'Mentionable' });

export const readMentionsSchema = z.strictObject({ commentIds: z.array(z.uuid()).min(1).max(200) });
