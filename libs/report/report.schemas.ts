import { z } from 'zod';
import { stageSchema } from '#cycle';
import { expectedPointSchema, indicatorViewSchema, statusSchema } from '#indicator';
import { stateSchema } from '#review';
import { decisionSchema } from './decision.schemas.js';

export const gradeSchema = z.enum(['A', 'B', 'C', 'D']);

/** Why an unanswered promise cannot wait: its own day has passed, its Check is late, or the year is closed. */
export const overdueSchema = z.enum(['promise', 'check', 'year']).nullable();

/** A promise of earlier years with what this year said about it. */
const answeredCommitmentSchema = z.object({
  key: z.string(),
  what: z.string(),
  who: z.string(),
  dueOn: z.iso.date(),
  decidedOn: z.iso.date().nullable().describe('day of the management decision it comes from'),
  answer: z.enum(['done', 'changed', 'dropped']).nullable(),
  text: z.string().nullable(),
  overdue: overdueSchema,
});

const money = z.string().nullable();

export const reportItemSchema = z
  .object({
    key: z.string(),
    marker: z.string(),
    text: z.string(),
    programNumber: z.string(),
    programTitle: z.string(),
    leadName: z.string().nullable(),
    supportNames: z.array(z.string()),
    checkApproved: z.boolean(),
    results: z.string().nullable(),
    supportResults: z.array(z.object({ departmentName: z.string(), results: z.string() })),
    grade: gradeSchema.nullable(),
    lastGrade: gradeSchema.nullable(),
    direction: z.string().nullable(),
    budget: money,
    settled: money,
    executionRate: z.string().nullable().describe('percent, one decimal'),
    generalFunds: money,
    personYears: money,
    labourCost: money,
    participation: z.enum(['none', 'pi', 'collaboration']).nullable(),
    sdgGoals: z.array(z.int()),
    issues: z.string().nullable(),
    progress: z.string().nullable().describe('of the approved Do'),
    stages: z
      .array(z.object({ stage: stageSchema, state: stateSchema, taskStageId: z.uuid().nullable() }))
      .describe('of the lead’s sheet; the sheet itself only for who may read it'),
  })
  .meta({ id: 'ReportItem' });

/** Who gave the section’s grade, and why it is another than the drafting division proposed. */
export const gradedSchema = z.object({
  by: z.string().describe('職名, never a name'),
  on: z.iso.date(),
  proposed: gradeSchema.nullable(),
  reason: z.string().nullable(),
});

/** 施策評価書: what a section says about its year, from approved sheets alone. */
export const sectionReportSchema = z
  .object({
    fiscalYear: z.int(),
    city: z.string(),
    asOf: z.iso.date(),
    section: z.object({
      key: z.string(),
      number: z.string(),
      level: z.string(),
      title: z.string(),
      systemNumber: z.string(),
    }),
    leadName: z.string().nullable(),
    relatedNames: z.array(z.string()),
    grade: gradeSchema.nullable(),
    lastGrade: gradeSchema.nullable(),
    gradeChange: z.string().nullable(),
    graded: gradedSchema.nullable(),
    review: z
      .object({ state: stateSchema, taskStageId: z.uuid().nullable() })
      .nullable()
      .describe('the sheet of the section itself'),
    decision: decisionSchema.nullable(),
    decidable: z.boolean().describe('the year is open, so a decision can still be recorded'),
    opinion: z.string().nullable(),
    opinionBy: z.string().nullable().describe('職名, never a name'),
    priorities: z.string().nullable(),
    policies: z.array(z.object({ number: z.string(), text: z.string() })),
    indicators: z.array(indicatorViewSchema),
    indicatorFactors: z.array(z.object({ key: z.string(), own: z.string(), outside: z.string() })),
    items: z.array(reportItemSchema),
    costs: z.object({
      budget: z.string(),
      settled: z.string(),
      unused: z.string(),
      executionRate: z.string().nullable(),
      generalFunds: z.string(),
      personYears: z.string(),
      labourCost: z.string(),
      labourUnitCost: z.string(),
    }),
    grades: z.array(z.object({ grade: gradeSchema, count: z.int() })),
    directions: z.array(z.object({ direction: z.string(), count: z.int() })),
    completion: z.object({ sheets: z.int(), submitted: z.int(), approved: z.int(), late: z.int() }),
    departments: z.array(
      z.object({ departmentName: z.string(), sheets: z.int(), approved: z.int(), late: z.int() }),
    ),
    participation: z.object({ withParticipation: z.int(), answered: z.int(), share: z.string().nullable() }),
    sdgGoals: z.array(z.object({ goal: z.int(), items: z.int() })),
    answered: z.object({ done: z.int(), changed: z.int(), dropped: z.int(), open: z.int() }),
    commitmentAnswers: z.array(answeredCommitmentSchema),
    commitments: z.array(
      z.object({
        key: z.string(),
        what: z.string(),
        who: z.string(),
        dueOn: z.iso.date(),
        decidedOn: z.iso.date().nullable(),
      }),
    ),
    sheetVersions: z.array(z.object({ key: z.string(), stage: z.string(), version: z.int() })),
    children: z.array(
      z.object({
        key: z.string(),
        number: z.string(),
        level: z.string(),
        title: z.string(),
        grade: gradeSchema.nullable(),
      }),
    ),
  })
  .meta({ id: 'SectionReport' });

/** How many of a year's actuals are entered. */
export const yearEnteredSchema = z.object({ entered: z.int(), all: z.int() });

/** The plan's year: every section in one row, and the share of indicators on track. */
export const planReportSchema = z
  .object({
    fiscalYear: z.int(),
    years: z.array(z.int()).describe('years that can be shown'),
    planTitle: z.string(),
    asOf: z.iso.date(),
    open: z.boolean().describe('the year is not closed, so its sheets can still be confirmed'),
    actuals: yearEnteredSchema.describe('of the year; the share waits until half of them are entered'),
    onTrack: z.object({
      share: z.string().nullable(),
      numerator: z.int(),
      denominator: z.int(),
      notJudged: z.int().describe('truly: a stated reason, or no baseline'),
      awaited: z.int().describe('their actual is still to come'),
      expected: z.string().nullable(),
      status: statusSchema,
      ruleName: z.string(),
      ruleVersion: z.int(),
      population: z.string(),
      path: z.array(expectedPointSchema),
      actuals: z.array(z.object({ fiscalYear: z.int(), value: z.string() })),
    }),
    statuses: z.array(z.object({ status: statusSchema, count: z.int() })),
    grades: z.array(z.object({ grade: gradeSchema, count: z.int() })),
    completion: z.object({ sheets: z.int(), submitted: z.int(), approved: z.int(), late: z.int() }),
    costs: z.object({
      budget: z.string(),
      settled: z.string(),
      executionRate: z.string().nullable(),
      labourCost: z.string(),
    }),
    participation: z.object({ withParticipation: z.int(), answered: z.int(), share: z.string().nullable() }),
    answered: z.object({
      done: z.int(),
      changed: z.int(),
      dropped: z.int(),
      open: z.int(),
      overdue: z.int().describe('open ones that cannot wait'),
    }),
    sections: z.array(
      z.object({
        key: z.string(),
        number: z.string(),
        level: z.string(),
        title: z.string(),
        leadName: z.string().nullable(),
        grade: gradeSchema.nullable(),
        lastGrade: gradeSchema.nullable(),
        decision: decisionSchema.pick({ verdict: true, direction: true, decidedOn: true }).nullable(),
        indicators: z.array(z.object({ key: z.string(), name: z.string(), status: statusSchema })),
        items: z.int(),
        sheets: z.int(),
        approved: z.int(),
        late: z.int(),
        grades: z.array(z.object({ grade: gradeSchema, count: z.int() })),
        budget: z.string(),
        settled: z.string(),
        executionRate: z.string().nullable().describe('of the items that are settled'),
        openCommitments: z.int(),
        overdueCommitments: z.int().describe('open ones that cannot wait'),
      }),
    ),
  })
  .meta({ id: 'PlanReport' });
