import type { ErrorPlace } from '#errors';
import type { StoredCommitment } from '#review';
import type { RecordDecision } from './decision.schemas.js';

export interface DecisionContext {
  readonly today: string;
  readonly fiscalYear: number;
  /** Items whose lead department can answer, by key. */
  readonly itemIds: ReadonlyMap<string, string>;
  /** Promises that the decision has made so far. */
  readonly stored: readonly StoredCommitment[];
}

type Written = RecordDecision['commitments'][number];

/** What keeps a decision from being recorded, place by place. Empty means it may be. */
export function decisionProblems(decision: RecordDecision, context: DecisionContext): ErrorPlace[] {
  const { decidedOn, text, verdict, version, reason } = decision;
  const begins = `${context.fiscalYear}-04-01`;
  return [
    ...(text === '' && verdict !== 'as_is' ? [place('text', 'decision_without_text')] : []),
    ...(decidedOn > context.today ? [place('decidedOn', 'decided_later')] : []),
    ...(decidedOn < begins ? [place('decidedOn', 'decided_before_year')] : []),
    ...(version > 0 && !reason ? [place('reason', 'correction_without_reason')] : []),
    ...decision.commitments.flatMap((one, at) => commitmentProblems(one, at, decidedOn, context)),
    ...twice(decision).map((at) => place(`commitments.${at}.what`, 'commitment_twice')),
    ...lostAnswers(decision, context).map(() => place('commitments', 'answered_commitment_lost')),
  ];
}

function commitmentProblems(
  one: Written,
  at: number,
  decidedOn: string,
  { itemIds, stored }: DecisionContext,
): ErrorPlace[] {
  const field = (name: string): string => `commitments.${at}.${name}`;
  const before = stored.find((known) => known.id === one.id);
  if (one.id !== undefined && before === undefined) return [place(field('what'), 'commitment_gone')];
  const itemId = itemIds.get(one.itemKey);
  if (before?.answered)
    return isSame(one, before, itemId) ? [] : [place(field('what'), 'commitment_answered')];
  return [
    ...(itemId === undefined ? [place(field('itemKey'), 'nobody_answers')] : []),
    ...(one.dueOn < decidedOn ? [place(field('dueOn'), 'due_before_decision')] : []),
  ];
}

/** An item that nobody leads any more is known by its promise alone. */
const isSame = (one: Written, before: StoredCommitment, itemId: string | undefined): boolean =>
  one.what === before.what &&
  one.who === before.who &&
  one.dueOn === before.dueOn &&
  (itemId === undefined || itemId === before.itemId);

/** Places of promises that the decision names for a second time. */
function twice({ commitments }: RecordDecision): number[] {
  const ids = commitments.map(({ id }) => id);
  return ids.flatMap((id, at) => (id !== undefined && ids.indexOf(id) < at ? [at] : []));
}

/** Promises with an answer that the corrected decision no longer names. */
function lostAnswers(decision: RecordDecision, { stored }: DecisionContext): StoredCommitment[] {
  const named = new Set(decision.commitments.map(({ id }) => id));
  return stored.filter((one) => one.answered && !named.has(one.id));
}

const place = (field: string, code: string): ErrorPlace => ({ field, code: `report.${code}` });

/** What a correction does to the promises: new ones, changed ones, and those that are taken back. */
export function commitmentChanges(decision: RecordDecision, { itemIds, stored }: DecisionContext) {
  const numbered = decision.commitments.map((one, at) => ({ ...one, position: at + 1 }));
  const kept = new Set(numbered.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const writable = numbered.flatMap(({ itemKey, ...one }) => {
    const itemId = itemIds.get(itemKey);
    return itemId === undefined ? [] : [{ ...one, itemId }];
  });
  const answered = new Set(stored.filter((one) => one.answered).map(({ id }) => id));
  return {
    made: writable.flatMap(({ id, ...one }) => (id === undefined ? [one] : [])),
    mended: writable.flatMap(({ id, ...one }) =>
      id === undefined || answered.has(id) ? [] : [{ ...one, id }],
    ),
    takenBack: stored.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  };
}
