/** Who has a subject in which fiscal years, both ends included. */
export interface YearsOfAssignment {
  readonly subject: string;
  readonly department: string;
  readonly role: 'lead' | 'support';
  readonly from: number;
  /** `null` while it goes on. */
  readonly to: number | null;
}

export interface Overlap<Given extends YearsOfAssignment> {
  readonly code: 'plan.two_leads' | 'plan.assigned_twice';
  readonly earlier: Given;
  readonly later: Given;
}

/** Assignments that cannot stand together: two leads of a subject in one year, a department twice on a subject. */
export function overlapsOf<Given extends YearsOfAssignment>(assignments: readonly Given[]): Overlap<Given>[] {
  const bySubject = new Map<string, Given[]>();
  for (const one of assignments) bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one]);
  return [...bySubject.values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => a.from - b.from);
    return inOrder.flatMap((later, at) =>
      inOrder.slice(0, at).flatMap((earlier): Overlap<Given>[] => {
        const code = clashOf(earlier, later);
        return code ? [{ code, earlier, later }] : [];
      }),
    );
  });
}

function clashOf(earlier: YearsOfAssignment, later: YearsOfAssignment): Overlap<never>['code'] | undefined {
  if (earlier.to !== null && earlier.to < later.from) return undefined;
  if (earlier.department === later.department) return 'plan.assigned_twice';
  return earlier.role === 'lead' && later.role === 'lead' ? 'plan.two_leads' : undefined;
}
