import type { PlanPreview } from '../api';
import type { PlanDecisions } from '../api/exchange';

export type ReadSection = PlanPreview['sections'][number];
export type ReadIndicator = ReadSection['indicators'][number];
export type ReadQuestion = PlanPreview['questions'][number];
export type EntryDifference = NonNullable<PlanPreview['difference']>['entries'][number];
export type Direction = ReadIndicator['direction'];

/** What a person has settled so far; a question is open until it stands in `settled`. */
export interface PlanAnswers {
  /** Places of the questions that were ticked. */
  readonly settled: ReadonlySet<number>;
  readonly directions: Readonly<Record<string, Direction>>;
  readonly title: string;
  readonly firstFiscalYear: number | null;
  readonly lastFiscalYear: number | null;
  /** The document may take the place of most of the plan. */
  readonly replaces: boolean;
}

export const answersOf = (plan: PlanPreview): PlanAnswers => ({
  settled: new Set(),
  directions: {},
  title: plan.title ?? '',
  firstFiscalYear: plan.firstFiscalYear,
  lastFiscalYear: plan.lastFiscalYear,
  replaces: false,
});

/** How many places are open before the document can be accepted. */
export const openPlaces = (plan: PlanPreview, answers: PlanAnswers): number =>
  plan.questions.length -
  answers.settled.size +
  (plan.difference?.otherPlan === true && !answers.replaces ? 1 : 0);

/**
 * What is sent with the document: directions that were asked about and settled, and what was asked of title and period.
 * What was not asked stays as it was read.
 */
export function decisionsOf(plan: PlanPreview, answers: PlanAnswers): PlanDecisions {
  const asked = new Set(plan.questions.map(({ asks }) => asks));
  const directions = plan.questions.flatMap(({ asks, subject }, at) => {
    if (asks !== 'direction' || subject === null || !answers.settled.has(at)) return [];
    const direction = answers.directions[subject] ?? directionOf(plan, subject);
    return direction === undefined ? [] : [[subject, direction] as const];
  });
  return {
    ...(asked.has('title') && answers.title.trim() !== '' ? { title: answers.title.trim() } : {}),
    ...(asked.has('period') && answers.firstFiscalYear !== null
      ? { firstFiscalYear: answers.firstFiscalYear }
      : {}),
    ...(asked.has('period') && answers.lastFiscalYear !== null
      ? { lastFiscalYear: answers.lastFiscalYear }
      : {}),
    ...(answers.replaces ? { replacesPlan: true } : {}),
    directions: Object.fromEntries(directions),
  };
}

export const directionOf = (plan: PlanPreview, key: string): Direction | undefined =>
  plan.sections.flatMap((section) => section.indicators).find((one) => one.key === key)?.direction;

/** The lines of a text file: UTF-8, else Shift_JIS as older programs write it. */
export async function sourceLines(file: File): Promise<readonly string[]> {
  const bytes = await file.arrayBuffer();
  return decode(bytes).split(/\r\n|\r|\n/);
}

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}
