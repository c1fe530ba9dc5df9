import type { ErrorPlace } from '#errors';
import type { Answers } from './review.types.js';

export type SectionGrade = NonNullable<Answers['sectionGrade']>;

/** What whoever gives a section's grade says with it. */
export interface GivenGrade {
  readonly grade?: SectionGrade | undefined;
  /** Why it is another than the drafting division proposed. */
  readonly reason?: string | undefined;
  /** Why it is another than last year's; what the division wrote stands when this is left out. */
  readonly gradeChange?: string | undefined;
}

export interface GradingContext {
  readonly answers: Answers;
  readonly lastYear: Answers | null;
}

const isBlank = (text: string | null | undefined): boolean => !text || text.trim() === '';

/** Whether why the grade changed must be told: there was one last year, and it was another. */
export const gradeChanged = (grade: string | null | undefined, lastYear: Answers | null): boolean =>
  Boolean(grade && lastYear?.sectionGrade && grade !== lastYear.sectionGrade);

/** What is still missing before a grade can be given. */
export function gradingProblems(given: GivenGrade, { answers, lastYear }: GradingContext): ErrorPlace[] {
  const { grade } = given;
  if (grade === undefined) return [{ field: 'grade', code: 'review.grade_missing' }];
  const proposed = answers.sectionGrade ?? null;
  const change = given.gradeChange ?? answers.gradeChange;
  return [
    ...(proposed !== grade && isBlank(given.reason)
      ? [{ field: 'reason', code: 'review.grade_reason_missing' }]
      : []),
    ...(gradeChanged(grade, lastYear) && isBlank(change)
      ? [{ field: 'gradeChange', code: 'review.grade_change_missing' }]
      : []),
  ];
}

/** What the given grade changes in the section's sheet; why it changed is told only while it differs from last year's. */
export function gradePatch(given: GivenGrade, { lastYear }: GradingContext): Answers {
  const { grade, gradeChange } = given;
  const same = lastYear?.sectionGrade === grade;
  return {
    ...(grade && { sectionGrade: grade }),
    ...(same ? { gradeChange: null } : gradeChange === undefined ? {} : { gradeChange: gradeChange.trim() }),
  };
}
