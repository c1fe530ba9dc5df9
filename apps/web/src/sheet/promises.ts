import type { Answers, Commitment, Missing } from '../api';
import type { CommitmentAnswer } from './answers';

interface Promised {
  readonly asked: readonly Commitment[];
  /** Shown for what was answered; here they are not answered any more. */
  readonly shown: readonly Commitment[];
  /** How many of those that are asked have an answer. */
  readonly done: number;
}

/** The promises of a sheet by whether it must answer them. */
export function promisesOf(commitments: readonly Commitment[], answers: Answers): Promised {
  const asked = commitments.filter((one) => one.asked);
  return {
    asked,
    shown: commitments.filter((one) => !one.asked),
    done: asked.filter(({ id }) => answers.commitmentAnswers?.[id] !== undefined).length,
  };
}

/** Where a promise that is not asked here is answered: it was in this sheet, it was in another, it will be in another. */
export function answeredWhere(
  { answers, state }: Pick<Commitment, 'answers' | 'state'>,
  sheet: Readonly<Record<'stage', string> & Record<'fiscalYear', number>>,
): 'here' | 'closed' | 'elsewhere' {
  if (answers.some((one) => one.stage === sheet.stage && one.fiscalYear === sheet.fiscalYear)) return 'here';
  return state === 'done' || state === 'dropped' ? 'closed' : 'elsewhere';
}

const COMMITMENT = 'commitment:';

/** Under this name the server speaks of the answer to a commitment. */
export const commitmentField = (id: string): string => `${COMMITMENT}${id}`;

/** The commitment that a missing answer is about, or null when it is about a field of the form. */
export function commitmentIn({ field }: Pick<Missing, 'field'>): string | null {
  return field.startsWith(COMMITMENT) ? field.slice(COMMITMENT.length) : null;
}

/**
 * 変更した with neither other words nor another day, of a promise whose day is over when the sheet is handed in.
 *
 * @param missing what the server says: it knows today, and the page may have been open since yesterday
 */
export function changesNothing(
  commitment: Commitment | undefined,
  answer: CommitmentAnswer,
  missing: readonly Missing[],
): boolean {
  if (commitment === undefined || answer.answer !== 'changed') return false;
  const field = commitmentField(commitment.id);
  const over =
    commitment.over || missing.some((one) => one.field === field && one.code === 'nothing_changed');
  const { what = commitment.what, dueOn = commitment.dueOn } = answer;
  return over && what.trim() === commitment.what.trim() && dueOn === commitment.dueOn;
}
