import type { PlanItem, PlanSection, PlanTree } from '../api';

/** A section with the sections below it. */
export interface SectionNode {
  readonly section: PlanSection;
  readonly children: readonly SectionNode[];
}

/** The sections as a tree, in the order of the plan; one whose parent is unknown stands at the top. */
export function sectionTree({ sections }: Pick<PlanTree, 'sections'>): readonly SectionNode[] {
  const keys = new Set(sections.map((section) => section.key));
  const below = (parent: string | null): readonly SectionNode[] =>
    sections
      .filter(({ parentKey }) => (parentKey !== null && keys.has(parentKey) ? parentKey : null) === parent)
      .map((section) => ({ section, children: below(section.key) }));
  return below(null);
}

/** From the top of the plan down to a section, itself included. */
export function pathTo({ sections }: Pick<PlanTree, 'sections'>, key: string): readonly PlanSection[] {
  const found = sections.find((section) => section.key === key);
  if (found === undefined) return [];
  return found.parentKey === null ? [found] : [...pathTo({ sections }, found.parentKey), found];
}

/** Where an item stands in the plan. */
export function placeOfItem(
  { sections }: Pick<PlanTree, 'sections'>,
  itemKey: string,
): { readonly section: PlanSection; readonly program: PlanSection['programs'][number] } | null {
  for (const section of sections) {
    const program = section.programs.find(({ items }) => items.some((item) => item.key === itemKey));
    if (program) return { section, program };
  }
  return null;
}

export function itemCount(section: PlanSection): number {
  return section.programs.reduce((sum, { items }) => sum + items.length, 0);
}

export function leadOf({ departments }: PlanItem): PlanItem['departments'][number] | null {
  return departments.find(({ role }) => role === 'lead') ?? null;
}
