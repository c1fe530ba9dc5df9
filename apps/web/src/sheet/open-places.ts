import type { AnswerKey, Field, Missing } from '../api';
import { useWords } from '../words';
import { fieldStatus, isAnswered, questionsOf } from './answers';
import type { Question } from './answers';
import { useDesk } from './desk';
import type { Desk } from './desk';

type Written = Pick<Desk, 'draft' | 'sheet' | 'answers'>;

/** One thing to do before the sheet can be submitted. */
export interface OpenPlace {
  readonly key: string;
  /** What to focus. */
  readonly field: string;
  readonly text: string;
}

/** The commitments that have no answer yet, with their place in the list. */
function unanswered({ sheet, answers }: Written): readonly { readonly id: string; readonly n: number }[] {
  return sheet.commitments
    .map(({ id }, at) => ({ id, n: at + 1 }))
    .filter(({ id }) => answers.commitmentAnswers?.[id] === undefined);
}

/**
 * What the server says is missing, less what has been answered since it said so: the list follows the typing
 * without waiting for the next save.
 */
export function stillMissing(desk: Written): readonly Missing[] {
  const { draft, sheet, answers } = desk;
  return draft.missing.filter(({ field, code }) => {
    if (code === 'commitment_unanswered') return unanswered(desk).length > 0;
    if (code !== 'required' && code !== 'reason_required') return true;
    if (!sheet.fields.some(({ key }) => key === field)) return true;
    return !isAnswered(answers[field as AnswerKey]);
  });
}

export function useOpenPlaces(): readonly OpenPlace[] {
  const say = useWords('sheet-page');
  const label = useWords('sheet');
  const desk = useDesk();
  const questions = questionsOf(desk.sheet);
  const numberOf = (key: string) =>
    questions.findIndex(({ fields }) => fields.some((one) => one.key === key)) + 1;
  const todo = (missing: Missing): OpenPlace[] => {
    if (missing.code === 'commitment_unanswered') {
      const [, id] = missing.field.split('.');
      return unanswered(desk)
        .filter((one) => id === undefined || one.id === id)
        .map((one) => ({ key: one.id, field: one.id, text: say('todo.answer', { n: one.n }) }));
    }
    const field = desk.sheet.fields.find(({ key }) => key === missing.field);
    const text = say(`todo.${verbOf(missing, field, desk)}`, {
      n: numberOf(missing.field) || '',
      field: label(`field.${missing.field}`),
    });
    return [{ key: `${missing.field}.${missing.code}`, field: missing.field, text: text.trim() }];
  };
  return stillMissing(desk)
    .flatMap(todo)
    .filter((one, at, all) => all.findIndex(({ key }) => key === one.key) === at);
}

function verbOf(missing: Missing, field: Field | undefined, desk: Desk): string {
  if (missing.code === 'no_value_nor_reason') return 'value';
  if (missing.code === 'funding_sum') return 'funding';
  if (missing.code === 'list_incomplete') return 'complete';
  if (field === undefined) return 'write';
  if (fieldStatus(field, desk.answers, desk.lastYear) === 'unconfirmed') return 'confirm';
  if (field.type === 'choice' || field.type === 'sdgs' || field.type === 'ratings') return 'choose';
  return field.type === 'text' ? 'write' : 'enter';
}

/** The questions that have nothing open: they are grouped into one line. */
export function useDoneQuestions(): readonly Question[] {
  const desk = useDesk();
  const missing = new Set(stillMissing(desk).map(({ field }) => field));
  return questionsOf(desk.sheet).filter(
    ({ fields }) =>
      !fields.some(({ key }) => missing.has(key)) &&
      fields.some(({ key }) => isAnswered(desk.answers[key as AnswerKey])),
  );
}
