import type { z } from 'zod';
import type { IndicatorView } from '#indicator';
import type { Decision } from './decision.schemas.js';
import type { gradedSchema, planReportSchema, sectionReportSchema } from './report.schemas.js';

export type SectionReport = z.infer<typeof sectionReportSchema>;
export type PlanReport = z.infer<typeof planReportSchema>;
export type Graded = z.infer<typeof gradedSchema>;
export type Grade = 'A' | 'B' | 'C' | 'D';

/** One stage of one sheet of the section's year. Answers are there only when the sheet is approved. */
export interface StageFact {
  readonly subjectKind: 'item' | 'indicator' | 'section';
  readonly key: string;
  readonly role: 'lead' | 'support';
  readonly departmentName: string;
  readonly stage: 'plan' | 'do' | 'check' | 'act' | 'review';
  readonly state: 'none' | 'drafting' | 'submitted' | 'approved' | 'not_applicable';
  /** The sheet, for who may read it. */
  readonly taskStageId: string | null;
  readonly version: number;
  readonly late: boolean;
  readonly answers: Readonly<Record<string, unknown>> | null;
  readonly budget: string | null;
  readonly settledCost: string | null;
  readonly personYears: string | null;
  readonly grade: Grade | null;
  readonly lastGrade: Grade | null;
}

export interface CommitmentFact {
  readonly key: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
  readonly decidedOn: string | null;
  readonly madeInFiscalYear: number;
  readonly answer: 'done' | 'changed' | 'dropped' | null;
  readonly text: string | null;
  /** Why it cannot wait, when it is unanswered: its own day has passed, its Check is late, or the year is closed. */
  readonly overdue: 'promise' | 'check' | 'year' | null;
}

export interface ReportSection {
  readonly key: string;
  readonly number: string;
  readonly level: string;
  readonly title: string;
  readonly leadName: string | null;
  readonly policies: readonly { number: string; text: string }[];
  readonly programs: readonly {
    readonly number: string;
    readonly title: string;
    readonly items: readonly {
      readonly key: string;
      readonly marker: string;
      readonly text: string;
      readonly departments: readonly { name: string; role: 'lead' | 'support' }[];
    }[];
  }[];
}

/** Everything a section report is assembled from. */
export interface SectionFacts {
  readonly fiscalYear: number;
  readonly city: string;
  readonly asOf: string;
  readonly labourUnitCost: string;
  readonly section: ReportSection;
  readonly children: readonly {
    key: string;
    number: string;
    level: string;
    title: string;
    grade: Grade | null;
  }[];
  readonly stages: readonly StageFact[];
  readonly commitments: readonly CommitmentFact[];
  readonly indicators: readonly IndicatorView[];
  readonly graded: Graded | null;
  readonly decision: Decision | null;
  /** Whether the year is open, so that a decision can still be recorded. */
  readonly decidable: boolean;
  readonly indicatorFactors: readonly { key: string; own: string; outside: string }[];
}
