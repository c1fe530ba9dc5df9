import type { AnswerKey, Answers, Field, Sheet } from '../api';

/** The value of one answer, without the null that takes it back. */
export type Answer<K extends AnswerKey> = NonNullable<Answers[K]>;

export type ActivityIndicator = Answer<'activityIndicators'>[number];
export type ActivityActual = Answer<'activityActuals'>[number];
export type Promised = Answer<'commitments'>[number];
export type Rating = Answer<'ratings'>[number];
export type Funding = Answer<'funding'>;
export type FundingKind = keyof Funding;
export type IndicatorAnswer = Answer<'indicatorActual'>;
export type CommitmentAnswers = Answer<'commitmentAnswers'>;
export type CommitmentAnswer = CommitmentAnswers[string];

export const FUNDING_KINDS: readonly FundingKind[] = ['national', 'prefectural', 'bond', 'other', 'general'];
export const ASPECTS: readonly Rating['aspect'][] = ['necessity', 'effectiveness', 'efficiency', 'fairness'];
export const RATINGS: readonly Rating['rating'][] = ['a', 'b', 'c'];
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export const MILESTONES = ['未着手', '検討', '着手', '完了'] as const;
export const NO_VALUE_REASONS = [
  'survey_not_held',
  'not_yet_compiled',
  'program_ended',
  'definition_changed',
] as const;
export const SDG_GOALS = 17;

/** Whether a field's key is one of the answers; the API may know fields that this page does not. */
export function isAnswerKey(key: string): key is AnswerKey {
  return key !== '';
}

/** Whether something has been answered: an empty text, list or object says nothing. */
export function isAnswered(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return true;
}

/** Equal in meaning: the order of keys does not count, the order of lists does. */
export function sameAnswer(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, at) => sameAnswer(value, other[at]));
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => sameAnswer(Reflect.get(one, key), Reflect.get(other, key)));
}

/**
 * How last year's value comes into this year: confirmed as it stands where the form carries it over, copied in order to be
 * edited (a text that reports on the year is never this year's with one press), or not at all.
 */
export function takeOverOf(field: Field): 'confirm' | 'copy' | 'none' {
  if (field.carriedOver) return 'confirm';
  return field.type === 'text' || field.type === 'activityIndicators' || field.type === 'commitments'
    ? 'copy'
    : 'none';
}

/** What was in fact spent and done is confirmed field by field, never with all others at once. */
const ACTUALS: readonly string[] = ['settledPersonYears', 'participationActual'];

export function confirmsWithOthers(field: Field): boolean {
  return takeOverOf(field) === 'confirm' && !ACTUALS.includes(field.key);
}

/** unconfirmed: last year's value waits for somebody to confirm it. */
export type FieldStatus = 'empty' | 'unconfirmed' | 'same' | 'changed' | 'filled';

export function fieldStatus(field: Field, answers: Answers, lastYear: Answers | undefined): FieldStatus {
  if (!isAnswerKey(field.key)) return 'empty';
  const now = answers[field.key];
  const before = lastYear?.[field.key];
  const confirmed = takeOverOf(field) === 'confirm';
  if (!isAnswered(now)) return confirmed && isAnswered(before) ? 'unconfirmed' : 'empty';
  if (!isAnswered(before)) return 'filled';
  if (!sameAnswer(now, before)) return 'changed';
  return confirmed ? 'same' : 'filled';
}

/** What is asked at once: most questions are one field, some are two that belong together. */
export interface Question {
  readonly id: string;
  readonly kind: 'one' | 'settled' | 'budget' | 'grade' | 'sectionGrade';
  readonly fields: readonly Field[];
}

const TOGETHER = {
  settled: ['settledCost', 'settledPersonYears'],
  budget: ['budget', 'plannedPersonYears'],
  grade: ['grade', 'gradeReason'],
  sectionGrade: ['sectionGrade', 'gradeChange'],
} as const;

/** The questions of a sheet in the order of its fields. */
export function questionsOf(sheet: Sheet): readonly Question[] {
  const asked = new Set<string>();
  const found: Question[] = [];
  for (const field of sheet.fields) {
    if (field.type === 'commitments' && field.key !== 'commitments') continue;
    if (field.key === 'commitmentAnswers' || asked.has(field.key)) continue;
    const pair = Object.entries(TOGETHER).find(([, keys]) => keys.some((key) => key === field.key));
    const fields = pair ? sheet.fields.filter(({ key }) => pair[1].some((one) => one === key)) : [field];
    for (const { key } of fields) asked.add(key);
    const kind = pair && fields.length > 1 ? (pair[0] as Question['kind']) : 'one';
    found.push({ id: fields[0]?.key ?? field.key, kind, fields });
  }
  return found;
}
