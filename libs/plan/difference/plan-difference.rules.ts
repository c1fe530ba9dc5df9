export type PlanEntryKind = 'plan' | 'section' | 'policy' | 'indicator' | 'program' | 'item';

/** An entry of the plan as it stands in the database at one moment. */
export interface PlanEntry {
  readonly id: string;
  readonly kind: PlanEntryKind;
  readonly key: string;
  readonly title: string;
  readonly withdrawn: boolean;
  /** Line of the document it was read from. */
  readonly line: number | null;
  /** What is printed about it, by field. */
  readonly values: Readonly<Record<string, string>>;
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface EntryDifference {
  readonly kind: PlanEntryKind;
  readonly change: 'added' | 'withdrawn' | 'changed' | 'moved';
  readonly key: string;
  /** Set where its number changed. */
  readonly keyBefore: string | null;
  readonly title: string;
  readonly line: number | null;
  readonly fields: readonly FieldDifference[];
}

/** What an import does to the plan, entry by entry in the order of the document; what is gone comes last. */
export function planDifference(before: readonly PlanEntry[], after: readonly PlanEntry[]): EntryDifference[] {
  const earlier = new Map(before.filter((entry) => !entry.withdrawn).map((entry) => [entry.id, entry]));
  const living = after.filter((entry) => !entry.withdrawn);
  const here = new Set(living.map(({ id }) => id));
  const gone = [...earlier.values()].filter(({ id }) => !here.has(id));
  return [
    ...living
      .toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0))
      .flatMap((entry) => changeOf(earlier.get(entry.id), entry)),
    ...gone.map((entry) => ({ ...head(entry), change: 'withdrawn' as const, keyBefore: null, fields: [] })),
  ];
}

/** Most of what stands in the plan would be gone: the document is probably that of another plan. */
export function isOtherPlan(before: readonly PlanEntry[], difference: readonly EntryDifference[]): boolean {
  const living = before.filter((entry) => !entry.withdrawn).length;
  const gone = difference.filter(({ change }) => change === 'withdrawn').length;
  return living > 0 && gone * 2 > living;
}

function changeOf(before: PlanEntry | undefined, after: PlanEntry): EntryDifference[] {
  if (!before) return [{ ...head(after), change: 'added', keyBefore: null, fields: [] }];
  const fields = Object.keys({ ...before.values, ...after.values }).flatMap((field) => {
    const pair = { before: before.values[field] ?? '', after: after.values[field] ?? '' };
    return pair.before === pair.after ? [] : [{ field, ...pair }];
  });
  const keyBefore = before.key === after.key ? null : before.key;
  if (fields.length === 0 && keyBefore === null) return [];
  return [{ ...head(after), change: fields.length > 0 ? 'changed' : 'moved', keyBefore, fields }];
}

const head = ({
  kind,
  key,
  title,
  line,
}: PlanEntry): Pick<EntryDifference, 'kind' | 'key' | 'title' | 'line'> => ({
  kind,
  key,
  title,
  line,
});
