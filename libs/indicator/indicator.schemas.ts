import { z } from 'zod';
import { SHOWN_STATUSES } from './judgement/index.js';

/** `awaited`: the year has neither an actual nor a stated reason for having none, and could be judged by one. */
export const statusSchema = z.enum(SHOWN_STATUSES);
export const reasonSchema = z.enum([
  'survey_not_held',
  'not_yet_compiled',
  'program_ended',
  'definition_changed',
  'too_early',
  'no_baseline',
]);

/** The judgement of one year with its reason, as the badge and 判定の根拠 show it. Percents carry one decimal. */
export const judgementSchema = z
  .object({
    fiscalYear: z.int(),
    status: statusSchema,
    expected: z.string().nullable(),
    expectedUnrounded: z.string().nullable(),
    progress: z.string().nullable(),
    need: z.string().nullable(),
    pace: z.string().nullable(),
    reason: reasonSchema.nullable(),
    byRounding: z.boolean().describe('端数処理による'),
    atOrAfterTargetYear: z.boolean().describe('the badge reads 達成 or 未達成（進捗…％）'),
    ruleName: z.string(),
    ruleVersion: z.int(),
  })
  .meta({ id: 'Judgement' });

export const actualSchema = z
  .object({
    fiscalYear: z.int(),
    value: z.string().nullable(),
    milestone: z.string().nullable(),
    reason: reasonSchema.nullable(),
    preliminary: z.boolean(),
    source: z.string(),
    specialNote: z.string(),
  })
  .meta({ id: 'Actual' });

/** A year of the path to the target. */
export const expectedPointSchema = z.object({
  fiscalYear: z.int(),
  value: z.string(),
  unrounded: z.string().describe('before rounding, for the line of a chart'),
});

/** One indicator with everything its chart, badge and table need. */
export const indicatorViewSchema = z
  .object({
    key: z.string(),
    sectionKey: z.string(),
    sectionNumber: z.string(),
    sectionTitle: z.string(),
    name: z.string(),
    unit: z.string(),
    decimals: z.int(),
    direction: z.enum(['up', 'down', 'maintain']),
    kind: z.enum(['level', 'yearly_count', 'running_total', 'plan_total', 'milestone']),
    note: z.string(),
    formula: z.enum(['share_on_track', 'share_with_participation']).nullable(),
    ownerName: z.string().nullable(),
    baseline: z.object({ value: z.string(), fiscalYear: z.int() }).nullable(),
    targets: z.array(z.object({ value: z.string().nullable(), fiscalYear: z.int(), floor: z.boolean() })),
    targetWords: z.string().nullable(),
    expectedPath: z.array(expectedPointSchema),
    actuals: z.array(actualSchema),
    judgements: z
      .array(judgementSchema)
      .describe('one for each year with an actual or a reason, oldest first'),
    latest: judgementSchema.nullable().describe('the year asked for'),
  })
  .meta({ id: 'IndicatorView' });

export const indicatorListSchema = z
  .object({ fiscalYear: z.int(), indicators: z.array(indicatorViewSchema) })
  .meta({ id: 'IndicatorList' });
