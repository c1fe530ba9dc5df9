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

/**
 * Which stages an annual task has: items all four, indicators Check, sections Review. A supporting sheet has no Act, and
 * only items have supporting sheets: an actual is entered once, and a section's grade is given once.
 */
export function stagesOf(kind: SubjectKind, role: AssignmentRole): readonly Stage[] {
  if (kind === 'item') return role === 'lead' ? ['plan', 'do', 'check', 'act'] : ['plan', 'do', 'check'];
  if (role === 'support') return [];
  return kind === 'indicator' ? ['check'] : ['review'];
}
