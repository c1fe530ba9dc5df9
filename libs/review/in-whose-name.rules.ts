import type { Scope, StandInPost } from '#directory';

/** What deciding for somebody depends on. */
interface Step {
  readonly postId: string;
  readonly setsGrade: boolean;
}

/** For whom a person decides: at posts they hold for somebody (事務取扱), and at those of the absent (代決). */
export const inWhoseName = (
  scope: Scope,
): { actingPosts: readonly string[]; insteadOf: Readonly<Record<string, string>> } => ({
  actingPosts: scope.posts.filter((p) => p.kind === 'acting').map((p) => p.postId),
  insteadOf: Object.fromEntries(scope.standsInAt.map((p) => [p.postId, p.personId])),
});

/** Who is away at the post and lets the person decide there (代決). */
export const absentAt = (scope: Scope, postId: string): StandInPost | undefined =>
  scope.standsInAt.find((post) => post.postId === postId);

/** What the log says beside a decision that was taken for somebody absent. */
export function insteadOfAt(scope: Scope, postId: string): { insteadOf?: string } {
  const absent = absentAt(scope, postId);
  return absent ? { insteadOf: absent.personId } : {};
}

/** Whether the post is the person's own, also as acting holder (事務取扱). */
export const holds = (scope: Scope, postId: string): boolean =>
  scope.posts.some((post) => post.postId === postId);

/**
 * Whether a step waits for the person. Nobody confirms what they have handed in, also when they have been promoted to the seat
 * that confirms.
 */
export const mayDecide = (
  scope: Scope,
  step: { readonly postId: string; readonly submitterId: string | null },
): boolean =>
  (holds(scope, step.postId) || absentAt(scope, step.postId) !== undefined) &&
  step.submitterId !== scope.personId;

/** The grade of a section is its director's own: who stands in for them may return the sheet, not grade it (ADR 11). */
export const isGradeOfAnother = (scope: Scope, step: Step): boolean =>
  step.setsGrade && !holds(scope, step.postId);

/** Why a step that the person may decide is not decided together with others. */
export function refusalOfMany(scope: Scope, step: Step): string {
  if (isGradeOfAnother(scope, step)) return 'review.grade_not_delegated';
  return step.setsGrade ? 'review.grade_missing' : 'review.absent_one_by_one';
}
