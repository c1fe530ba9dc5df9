import { z } from 'zod';

export const verdictSchema = z.enum(['as_is', 'partly', 'again']);
export const decidedDirectionSchema = z.enum([
  'expand',
  'continue',
  'improve',
  'shrink',
  'merge',
  'suspend',
  'abolish',
  'complete',
]);

/** A promise that the decision gives to the lead department of an item. */
export const decidedCommitmentSchema = z
  .object({
    id: z.uuid(),
    itemKey: z.string(),
    what: z.string(),
    who: z.string(),
    dueOn: z.iso.date(),
    state: z.enum(['open', 'done', 'changed', 'dropped']),
    answered: z.boolean().describe('a sheet has answered it; its words stay'),
  })
  .meta({ id: 'DecidedCommitment' });

/** 推進本部決定 as it is now. */
export const decisionSchema = z
  .object({
    version: z.int(),
    verdict: verdictSchema,
    direction: decidedDirectionSchema,
    text: z.string(),
    decidedOn: z.iso.date(),
    body: z.string().describe('who sat together'),
    commitments: z.array(decidedCommitmentSchema),
  })
  .meta({ id: 'Decision' });

const writtenDecisionSchema = z.object({
  verdict: verdictSchema,
  direction: decidedDirectionSchema,
  text: z.string(),
  decidedOn: z.iso.date(),
  body: z.string(),
  commitments: z.array(
    z.object({ itemKey: z.string(), what: z.string(), who: z.string(), dueOn: z.iso.date() }),
  ),
});

/** What the form of a decision needs: what is decided, who may answer for what, and how it came to be. */
export const decisionPageSchema = z
  .object({
    decision: decisionSchema.nullable(),
    mayRecord: z.boolean(),
    today: z.iso.date(),
    places: z
      .array(
        z.object({
          itemKey: z.string(),
          label: z.string().describe('ア PIの手法の積極的な活用'),
          programLabel: z.string(),
          departmentName: z.string(),
          headTitle: z.string().nullable().describe('市民協働課長'),
        }),
      )
      .describe('items of the section with the department that will answer'),
    history: z
      .array(
        writtenDecisionSchema.extend({
          number: z.int(),
          reason: z.string().nullable(),
          personName: z.string(),
          at: z.iso.datetime({ offset: true }),
          businessDate: z.iso.date(),
        }),
      )
      .describe('for those who record decisions and auditors; empty for others'),
  })
  .meta({ id: 'DecisionPage' });

export const recordDecisionSchema = z
  .object({
    version: z.int().min(0).describe('0 for the first'),
    verdict: verdictSchema,
    direction: decidedDirectionSchema,
    text: z.string().trim().max(4000),
    decidedOn: z.iso.date(),
    body: z.string().trim().min(1).max(200),
    reason: z.string().trim().max(1000).optional().describe('why it is corrected'),
    commitments: z
      .array(
        z.object({
          id: z.uuid().optional(),
          itemKey: z.string().min(1).max(100),
          what: z.string().trim().min(1).max(1000),
          who: z.string().trim().min(1).max(100),
          dueOn: z.iso.date(),
        }),
      )
      .max(20),
  })
  .meta({ id: 'RecordDecision' });

export type Decision = z.infer<typeof decisionSchema>;
export type DecisionPage = z.infer<typeof decisionPageSchema>;
export type RecordDecision = z.infer<typeof recordDecisionSchema>;
