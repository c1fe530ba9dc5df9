import type { Answers, FieldChange, SheetField } from './review.types.js';

/** JSON with sorted keys, so that two answers compare by what they say. What is undefined is not there, as in JSON. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>)
      .filter(([, v]) => v !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

const isBlank = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);

/** What was answered; a blank text or an empty list says as little as no answer. */
function at(answers: Answers | null, key: string): unknown {
  const value = (answers as Record<string, unknown> | null)?.[key] ?? null;
  return isBlank(value) ? null : value;
}

type FormField = Pick<SheetField, 'key' | 'type'>;

/** Fields whose answers differ, in the order of the form. */
export function differences(
  form: readonly FormField[],
  before: Answers | null,
  after: Answers | null,
): FieldChange[] {
  return form.flatMap((field) => {
    const was = at(before, field.key);
    const is = at(after, field.key);
    return canonical(was) === canonical(is)
      ? []
      : [{ field: field.key, type: field.type, before: was, after: is }];
  });
}

/** How many fields of the form and answers to promises, which are none of them, differ. */
export function changesBetween(form: readonly FormField[], before: Answers, after: Answers): number {
  const [was, is] = [before.commitmentAnswers ?? {}, after.commitmentAnswers ?? {}];
  const promises = new Set([...Object.keys(was), ...Object.keys(is)]);
  return (
    differences(form, before, after).length +
    [...promises].filter((id) => canonical(was[id]) !== canonical(is[id])).length
  );
}

/** Whether two answers say the same, in the fields of the form and to the promises. */
export function saysTheSame(form: readonly FormField[], before: Answers, after: Answers): boolean {
  return changesBetween(form, before, after) === 0;
}

/** Fields that were answered and stayed as they were. */
export function unchanged(
  form: readonly FormField[],
  before: Answers | null,
  after: Answers | null,
): { field: string; type: SheetField['type']; value: unknown }[] {
  return form.flatMap((field) => {
    const is = at(after, field.key);
    return is !== null && canonical(at(before, field.key)) === canonical(is)
      ? [{ field: field.key, type: field.type, value: is }]
      : [];
  });
}

/** What was saved after a version, each with its answer of now; `after` is null where an answer was taken back. */
export function changedSince(
  form: readonly FormField[],
  answers: Answers,
  fieldVersions: Readonly<Record<string, number>>,
  version: number,
): FieldChange[] {
  return form
    .filter(({ key }) => (fieldVersions[key] ?? 0) > version)
    .map(({ key, type }) => ({ field: key, type, before: null, after: at(answers, key) }));
}

/** Keys of a patch that really change something. */
export const changedKeys = (stored: Answers, patch: Answers): string[] =>
  Object.entries(patch).flatMap(([key, value]) =>
    value !== undefined && canonical(at(stored, key)) !== canonical(at(patch, key)) ? [key] : [],
  );

/** The answers after a patch; `null` takes an answer back, what is absent stays as it is. */
export function patched(stored: Answers, patch: Answers): Answers {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const merged = Object.entries({ ...stored, ...Object.fromEntries(given) });
  return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

/** The copies of answers that are summed or filtered in columns. */
export function summedColumns(answers: Answers) {
  return {
    budget: answers.budget ?? null,
    settledCost: answers.settledCost ?? null,
    personYears: answers.settledPersonYears ?? answers.plannedPersonYears ?? null,
    grade: answers.grade ?? answers.sectionGrade ?? null,
    direction: answers.direction ?? null,
    participation: answers.participationActual ?? answers.participation ?? null,
  };
}
