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
  const bySubject = Map.groupBy(assignments, ({ subject }) => subject);
  return [...bySubject.values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => a.from - b.from);
    return inOrder.flatMap((later, at) =>
      inOrder.slice(0, at).flatMap((earlier) => {
        if (earlier.to !== null && earlier.to < later.from) return [];
        if (earlier.department === later.department) return [{ code: 'plan.assigned_twice' as const, earlier, later }];
        return earlier.role === 'lead' && later.role === 'lead'
          ? [{ code: 'plan.two_leads' as const, earlier, later }]
          : [];
      }),
    );
  });
}
