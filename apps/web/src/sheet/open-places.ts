import type { AnswerKey, Field, Missing } from '../api';
import { useWords } from '../words';
import { fieldStatus, isAnswered, questionsOf } from './answers';
import type { Question } from './answers';
import { useDesk } from './desk';
import type { Desk } from './desk';
import { changesNothing, commitmentIn, promisesOf } from './promises';
import { hasMinus } from './typed-number';
import { unfinishedPlaces } from './unfinished-places';
import type { UnfinishedPlace } from './unfinished-places';

type Written = Pick<Desk, 'draft' | 'sheet' | 'answers' | 'held'>;

/** One thing to do before the sheet can be submitted. */
export interface OpenPlace {
  readonly key: string;
  /** What to focus. */
  readonly field: string;
  readonly text: string;
}

const NEW_WHAT = 'new-what-';
const NEW_DAY = 'new-day-';

/** The inputs of a changed commitment, without their f-. */
export const newInputs = (id: string) => ({ what: `${NEW_WHAT}${id}`, due: `${NEW_DAY}${id}` });

/** The input of one actual of the plan's list, without its f-. */
export const actualInput = (at: number): string => `activityActuals-${at}`;

/** Whether what the server missed has been written since it said so; what cannot be told here stays open. */
function isStillOpen(missing: Missing, { sheet, answers, held }: Written): boolean {
  const id = commitmentIn(missing);
  if (id !== null) {
    const answer = answers.commitmentAnswers?.[id];
    const commitment = sheet.commitments.find((one) => one.id === id);
    return answer === undefined || answer.text.trim() === '' || changesNothing(commitment, answer, [missing]);
  }
  if (missing.code === 'reason_required' && missing.field === 'ratings') {
    return answers.ratings?.some(({ reason }) => reason.trim() === '') ?? false;
  }
  if (missing.code === 'list_incomplete' && missing.field === 'activityActuals') {
    const planned = sheet.planAnswers?.activityIndicators ?? [];
    return planned.some(
      ({ name }, at) =>
        held.texts[actualInput(at)] === undefined &&
        !answers.activityActuals?.some((one) => one.name === name && one.value !== null),
    );
  }
  if (missing.code === 'funding_sum') return true;
  if (missing.code === 'below_zero') {
    const amount = answers[missing.field as AnswerKey];
    return typeof amount === 'string' && hasMinus(amount);
  }
  if (!sheet.fields.some(({ key }) => key === missing.field)) return true;
  return !isAnswered(answers[missing.field as AnswerKey]);
}

/**
 * What the server says is missing, less what has been answered since it said so: the list follows the typing
 * without waiting for the next save.
 */
export function stillMissing(desk: Written): readonly Missing[] {
  return desk.draft.missing.filter((missing) => isStillOpen(missing, desk));
}

export function useOpenPlaces(): readonly OpenPlace[] {
  const say = useWords('sheet-page');
  const label = useWords('sheet');
  const desk = useDesk();
  const questions = questionsOf(desk.sheet);
  const numberOf = (key: string) =>
    questions.findIndex(({ fields }) => fields.some((one) => one.key === key)) + 1;
  const held = unfinishedPlaces(desk.held);
  const unfinished = held.map((place): OpenPlace & { readonly at: number } => ({
    key: place.input,
    field: place.input,
    at: numberOf(place.field) || Infinity,
    text: say(`todo.${UNFINISHED[place.what]}`, {
      n: numberOf(place.field) || commitmentNumber(place, desk),
      field: label(`field.${place.field}`),
      row: place.row ?? '',
      cell: place.cell === undefined ? '' : say(`cell.${place.cell}`),
    }),
  }));
  // Where something is half written, the sentence about that place says all.
  const missing = stillMissing(desk).filter(
    (one) => one.code === 'list_incomplete' || !held.some(({ field }) => field === one.field),
  );
  const open = missing.map((one) => ({ ...placeOf(one), at: numberOf(one.field) || Infinity }));
  return [...unfinished, ...open].sort((one, other) => one.at - other.at || 0);

  function placeOf(missing: Missing): OpenPlace {
    const key = `${missing.field} ${missing.code}`;
    const id = commitmentIn(missing);
    if (id !== null) {
      const n = promisesOf(desk.sheet.commitments, desk.answers).asked.findIndex((one) => one.id === id) + 1;
      const answer = desk.answers.commitmentAnswers?.[id];
      if (answer === undefined) return { key, field: id, text: say('todo.answer', { n }) };
      if (answer.text.trim() === '') return { key, field: id, text: say('todo.explain', { n }) };
      return { key, field: newInputs(id).what, text: say('todo.renew', { n }) };
    }
    const field = desk.sheet.fields.find((one) => one.key === missing.field);
    const n = numberOf(missing.field) || '';
    const text = say(`todo.${verbOf(missing, field, desk)}`, { n, field: label(`field.${missing.field}`) });
    return { key, field: missing.field, text: text.trim() };
  }
}

const UNFINISHED: Readonly<Record<UnfinishedPlace['what'], string>> = {
  number: 'mend_number',
  below_zero: 'below_zero',
  day: 'mend_day',
  words: 'new_words',
  rating: 'rate',
  cell: 'cell',
  unread_cell: 'mend_cell',
};

function commitmentNumber({ input }: UnfinishedPlace, { sheet, answers }: Desk): number {
  return promisesOf(sheet.commitments, answers).asked.findIndex(({ id }) => input.endsWith(id)) + 1;
}

function verbOf(missing: Missing, field: Field | undefined, desk: Desk): string {
  if (missing.code === 'no_value_nor_reason') return 'value';
  if (missing.code === 'funding_sum') return 'funding';
  if (missing.code === 'below_zero') return 'below_zero';
  if (missing.code === 'list_incomplete') return 'complete';
  if (missing.code === 'reason_required' && missing.field === 'ratings') return 'reasons';
  if (field === undefined) return 'write';
  if (fieldStatus(field, desk.answers, desk.lastYear) === 'unconfirmed') return 'confirm';
  if (field.type === 'choice' || field.type === 'sdgs' || field.type === 'ratings') return 'choose';
  return field.type === 'text' ? 'write' : 'enter';
}

/** Fields that are shown from last year and need not be filled in: what nobody confirms goes blank. */
function leftBlank(desk: Desk): readonly Field[] {
  const begun = new Set(unfinishedPlaces(desk.held).map(({ field }) => field));
  return desk.sheet.fields.filter(
    (field) => !field.required && !begun.has(field.key) && desk.statusOf(field) === 'unconfirmed',
  );
}

/** What would go blank without a word, as places to look at; they keep nothing from being submitted. */
export function useLeftBlank(): readonly OpenPlace[] {
  const say = useWords('sheet-page');
  const label = useWords('sheet');
  const desk = useDesk();
  if (!desk.editable) return [];
  return leftBlank(desk).map(({ key }) => ({
    key: `${key} blank`,
    field: key,
    text: say('check.left_blank', { field: label(`field.${key}`) }),
  }));
}

/** The questions that have nothing open: they are grouped into one line. */
export function useDoneQuestions(): readonly Question[] {
  const desk = useDesk();
  const blank = leftBlank(desk).map(({ key }) => ({ field: key }));
  const open = [...stillMissing(desk), ...unfinishedPlaces(desk.held), ...blank];
  const missing = new Set(open.map(({ field }) => field));
  return questionsOf(desk.sheet).filter(
    ({ fields }) =>
      !fields.some(({ key }) => missing.has(key)) &&
      fields.some(({ key }) => isAnswered(desk.answers[key as AnswerKey])),
  );
}
