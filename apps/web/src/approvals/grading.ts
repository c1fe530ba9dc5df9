import type { ApprovalView, Approve, GradeLetter } from '../api';

/** What the director has chosen and written so far. */
export interface WrittenGrade {
  readonly grade: GradeLetter | null;
  /** Why it is another than the division proposed. */
  readonly reason: string;
  /** Why it is another than last year's; begins with what the division wrote. */
  readonly gradeChange: string;
}

export type Grading = NonNullable<ApprovalView['grading']>;
export type GradeField = 'grade' | 'reason' | 'gradeChange';

export const differsFromProposal = ({ proposed }: Grading, { grade }: WrittenGrade): boolean =>
  grade !== null && grade !== proposed;

export const differsFromLastYear = ({ last }: Grading, { grade }: WrittenGrade): boolean =>
  grade !== null && last !== null && grade !== last;

/** Whoever gives the grade here is away: it is theirs alone, so that it waits for them, or goes back. */
export const gradeOfAnother = ({
  standsInFor,
  chain,
}: Pick<ApprovalView, 'standsInFor' | 'chain'>): boolean =>
  standsInFor !== null && chain.some((step) => step.state === 'waiting' && step.setsGrade);

/** What still has to be chosen or written, in the order of the form. */
export function gradeMissing(grading: Grading, written: WrittenGrade): readonly GradeField[] {
  const missing: GradeField[] = [];
  if (written.grade === null) missing.push('grade');
  if (differsFromProposal(grading, written) && written.reason.trim() === '') missing.push('reason');
  if (differsFromLastYear(grading, written) && written.gradeChange.trim() === '') missing.push('gradeChange');
  return missing;
}

/** What goes along with the approval; words that are not asked for are left out. */
export function gradeRequest(grading: Grading, written: WrittenGrade): Omit<Approve, 'version'> {
  return {
    ...(written.grade !== null && { grade: written.grade }),
    ...(differsFromProposal(grading, written) && { reason: written.reason.trim() }),
    ...(differsFromLastYear(grading, written) && { gradeChange: written.gradeChange.trim() }),
  };
}
