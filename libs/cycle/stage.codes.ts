/** The four parts of the year, and the section's own review. */
export const STAGES = ['plan', 'do', 'check', 'act', 'review'] as const;
export type Stage = (typeof STAGES)[number];

export const PHASES = [
  'settlement',
  'management',
  'council',
  'external',
  'publication',
  'reflection',
] as const;
export type Phase = (typeof PHASES)[number];

export type SubjectKind = 'item' | 'indicator' | 'section';
export type AssignmentRole = 'lead' | 'support';

/** Which stages an annual task has: items all four (a supporting sheet has no Act), indicators Check, sections Review. */
export function stagesOf(kind: SubjectKind, role: AssignmentRole): readonly Stage[] {
  if (kind === 'indicator') return ['check'];
  if (kind === 'section') return ['review'];
  return role === 'lead' ? ['plan', 'do', 'check', 'act'] : ['plan', 'do', 'check'];
}
