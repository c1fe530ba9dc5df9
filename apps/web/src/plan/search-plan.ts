import type { PlanIndicator, PlanItem, PlanSection, PlanTree } from '../api';

export interface FoundProgram {
  readonly program: PlanSection['programs'][number];
  readonly items: readonly PlanItem[];
}

/** What a search found in one section. */
export interface FoundSection {
  readonly section: PlanSection;
  readonly indicators: readonly PlanIndicator[];
  readonly programs: readonly FoundProgram[];
  /** Matches in the section, title included. */
  readonly count: number;
}

/** Half- and full-width, upper and lower case are the same to a searching person. */
export function plainText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * Sections, indicators and items that contain every word of the query, in their texts or among their departments.
 * A program whose own title matches shows all its items.
 */
export function searchPlan(plan: PlanTree, query: string): readonly FoundSection[] {
  const words = query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (text: string) => words.every((word) => plainText(text).includes(word));
  return plan.sections.map((section) => foundIn(section, matches)).filter(({ count }) => count > 0);
}

function foundIn(section: PlanSection, matches: (text: string) => boolean): FoundSection {
  const own = matches(`${section.number}${section.title}`) ? 1 : 0;
  const indicators = section.indicators.filter(({ name, ownerName }) => matches(`${name}${ownerName ?? ''}`));
  const programs = section.programs
    .map((program) => ({ program, items: itemsIn(program, matches) }))
    .filter(({ items }) => items.length > 0);
  const items = programs.reduce((sum, program) => sum + program.items.length, 0);
  return { section, indicators, programs, count: own + indicators.length + items };
}

function itemsIn(
  program: PlanSection['programs'][number],
  matches: (text: string) => boolean,
): readonly PlanItem[] {
  if (matches(`${program.number}${program.title}`)) return program.items;
  return program.items.filter(({ marker, text, departments }) =>
    matches(`${marker}${text}${departments.map(({ name }) => name).join('')}`),
  );
}
