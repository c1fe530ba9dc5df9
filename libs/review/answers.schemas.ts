import { z } from 'zod';

export const activityIndicatorSchema = z.object({
  name: z.string().trim().min(1).max(100),
  unit: z.string().max(20),
  target: z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/),
});

const decimalText = z.string().regex(/^-?\d{1,13}(\.\d{1,4})?$/);

/** Answers of a sheet; each key is a field of the stage. An absent key is not yet answered; `null` takes an answer back. */
export const answersSchema = z
  .object({
    // Plan
    goal: z.string().max(4000).nullable(),
    activities: z.string().max(4000).nullable(),
    activityIndicators: z.array(activityIndicatorSchema).max(10).nullable(),
    budget: decimalText.nullable().describe('千円'),
    funding: z
      .object({
        national: decimalText,
        prefectural: decimalText,
        bond: decimalText,
        other: decimalText,
        general: decimalText,
      })
      .nullable(),
    plannedPersonYears: decimalText.nullable(),
    participation: z.enum(['none', 'pi', 'collaboration']).nullable(),
    sdgGoals: z.array(z.int().min(1).max(17)).max(17).nullable(),
    // Do
    progress: z.enum(['as_planned', 'mostly_as_planned', 'late', 'not_started']).nullable(),
    done: z.string().max(4000).nullable(),
    obstacles: z.string().max(4000).nullable(),
    helpNeeded: z.string().max(4000).nullable(),
    changedPlan: z.string().max(4000).nullable(),
    // Check
    results: z.string().max(4000).nullable(),
    activityActuals: z
      .array(z.object({ name: z.string().max(100), value: decimalText.nullable() }))
      .max(10)
      .nullable(),
    settledCost: decimalText.nullable().describe('千円'),
    settledPersonYears: decimalText.nullable(),
    participationActual: z.enum(['none', 'pi', 'collaboration']).nullable(),
    ratings: z
      .array(
        z.object({
          aspect: z.enum(['necessity', 'effectiveness', 'efficiency', 'fairness']),
          rating: z.enum(['a', 'b', 'c']),
          reason: z.string().max(1000),
        }),
      )
      .max(4)
      .nullable(),
    factorsOwn: z.string().max(4000).nullable(),
    factorsOutside: z.string().max(4000).nullable(),
    grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
    gradeReason: z.string().max(4000).nullable(),
    // Act
    issues: z.string().max(4000).nullable(),
    circumstances: z.string().max(4000).nullable(),
    direction: z
      .enum(['expand', 'continue', 'improve', 'shrink', 'merge', 'suspend', 'abolish', 'complete'])
      .nullable(),
    commitments: z
      .array(
        z.object({
          what: z.string().trim().min(1).max(1000),
          who: z.string().trim().min(1).max(100),
          dueOn: z.iso.date(),
        }),
      )
      .max(20)
      .nullable(),
    handoverMemo: z.string().max(4000).nullable(),
    // Indicator
    indicatorActual: z
      .object({
        value: decimalText.nullable(),
        milestone: z.enum(['未着手', '検討', '着手', '完了']).nullable(),
        reason: z
          .enum(['survey_not_held', 'not_yet_compiled', 'program_ended', 'definition_changed'])
          .nullable(),
        preliminary: z.boolean(),
      })
      .nullable(),
    source: z.string().max(1000).nullable(),
    specialNote: z.string().max(1000).nullable(),
    // Section review
    sectionGrade: z.enum(['A', 'B', 'C', 'D']).nullable(),
    opinion: z.string().max(4000).nullable(),
    priorities: z.string().max(4000).nullable(),
    gradeChange: z.string().max(4000).nullable(),
    // Answers to commitments, by the commitment's id
    commitmentAnswers: z
      .record(
        z.uuid(),
        z.object({
          answer: z.enum(['done', 'changed', 'dropped']),
          text: z.string().max(2000),
          what: z.string().max(1000).optional().describe('new words, when changed'),
          dueOn: z.iso.date().optional().describe('new date, when changed'),
        }),
      )
      .nullable(),
  })
  .partial()
  .strict()
  .meta({ id: 'Answers' });

export type Answers = z.infer<typeof answersSchema>;
