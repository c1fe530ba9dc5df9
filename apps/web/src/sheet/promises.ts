import type { Answers, Commitment } from '../api';

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
