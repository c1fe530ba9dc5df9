import { Decimal } from 'decimal.js';
import type { IndicatorView, PlanReport } from '../api';

type SectionRow = PlanReport['sections'][number];

/** Something management should look at, worst first. */
export type Concern =
  | {
      readonly is: 'indicator';
      readonly status: 'worse' | 'behind';
      readonly section: SectionRow;
      readonly key: string;
      readonly name: string;
      readonly view: IndicatorView | null;
    }
  | { readonly is: 'grade'; readonly section: SectionRow }
  | { readonly is: 'answers'; readonly count: number; readonly sections: readonly SectionRow[] }
  | { readonly is: 'sheets'; readonly count: number; readonly sections: readonly SectionRow[] }
  | { readonly is: 'execution'; readonly section: SectionRow; readonly rate: string };

/** Below this share of the budget the execution is called low. */
const LOW_RATE = 70;

/** What needs a judgement, from the numbers of the report alone; nobody has to write it. */
export function concernsOf(report: PlanReport, indicators: readonly IndicatorView[]): readonly Concern[] {
  const { sections } = report;
  return [
    ...indicatorConcerns(sections, indicators, 'worse'),
    ...indicatorConcerns(sections, indicators, 'behind'),
    ...sections.filter(fell).map((section): Concern => ({ is: 'grade', section })),
    ...answers(report),
    ...sheets(report),
    ...sections.flatMap((section): Concern[] => {
      const rate = section.executionRate;
      return rate !== null && isLow(rate) ? [{ is: 'execution', section, rate }] : [];
    }),
  ];
}

export function isLow(rate: string | null): boolean {
  return rate !== null && new Decimal(rate).lt(LOW_RATE);
}

function indicatorConcerns(
  sections: readonly SectionRow[],
  views: readonly IndicatorView[],
  status: 'worse' | 'behind',
): readonly Concern[] {
  return sections.flatMap((section) =>
    section.indicators
      .filter((indicator) => indicator.status === status && !isShare(views, indicator.key))
      .map(({ key, name }): Concern => ({
        is: 'indicator',
        status,
        section,
        key,
        name,
        view: views.find((view) => view.key === key) ?? null,
      })),
  );
}

/** The share of indicators on track is the page's own headline. */
function isShare(views: readonly IndicatorView[], key: string): boolean {
  return views.some((view) => view.key === key && view.formula === 'share_on_track');
}

function fell({ grade, lastGrade }: SectionRow): boolean {
  return grade !== null && lastGrade !== null && grade > lastGrade;
}

/** An answer that is still to come is missing only once the promise's own day, its Check's day or the year is over. */
function answers({ sections, answered }: PlanReport): readonly Concern[] {
  if (answered.overdue === 0) return [];
  const overdue = sections.filter((section) => section.overdueCommitments > 0);
  return [{ is: 'answers', count: answered.overdue, sections: overdue }];
}

function sheets({ sections, completion }: PlanReport): readonly Concern[] {
  if (completion.late === 0) return [];
  const late = sections.filter((section) => section.late > 0);
  return [{ is: 'sheets', count: completion.late, sections: late }];
}
