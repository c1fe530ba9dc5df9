import type { Answers, FieldChange, SheetField } from './review.types.js';

/** JSON with sorted keys, so that two answers compare by what they say. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, unknown>).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

const at = (answers: Answers | null, key: string): unknown =>
  (answers as Record<string, unknown> | null)?.[key] ?? null;

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

/** Keys of a patch that really change something. */
export function changedKeys(stored: Answers, patch: Answers): string[] {
  return Object.keys(patch).filter((key) => canonical(at(stored, key)) !== canonical(at(patch, key)));
}

/** The answers after a patch; `null` takes an answer back. */
export function patched(stored: Answers, patch: Answers): Answers {
  const merged = { ...stored, ...patch } as Record<string, unknown>;
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
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
