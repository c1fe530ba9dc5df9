import { Inject, Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { fiscalYearOf } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { CONFIG, type Config } from '#config';
import { CycleService } from '#cycle';
import type { Scope } from '#directory';
import { notFound } from '#errors';
import { IndicatorService, type YearEntered } from '#indicator';
import { type PlanRow, PlanService, PlanStore } from '#plan';
import { DecisionStore } from './decision.store.js';
import { ReportStore, type SectionTotals } from './report.store.js';
import type { Grade, PlanReport, SectionReport } from './report.types.js';
import { assembleSectionReport, percentOf, sumOf } from './section-report.rules.js';

interface ReportYears {
  readonly years: number[];
  readonly current: number;
  readonly shown: number;
  readonly actuals: YearEntered;
}

const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

@Injectable()
export class ReportService {
  constructor(
    private readonly store: ReportStore,
    private readonly decisions: DecisionStore,
    private readonly plans: PlanService,
    private readonly planStore: PlanStore,
    private readonly cycles: CycleService,
    private readonly indicators: IndicatorService,
    private readonly clock: BusinessClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Years with sheets, the one that is being evaluated now, and the one of which enough is known to be shown. */
  async years(): Promise<ReportYears> {
    const plan = await this.plans.current();
    const years = await this.store.years(plan.id);
    const evaluated = fiscalYearOf(await this.clock.today()) - 1;
    const current = years.includes(evaluated) ? evaluated : (years[0] ?? evaluated);
    const { shown, actuals } = await this.indicators.yearToShow(current);
    return { years, current, shown: years.includes(shown) ? shown : current, actuals };
  }

  async section(scope: Scope, fiscalYear: number, key: string): Promise<SectionReport> {
    const plan = await this.plans.current();
    const cycle = await this.cycles.require(plan, fiscalYear);
    const [sections, today] = await Promise.all([this.sectionsOf(plan, fiscalYear), this.clock.today()]);
    const section = sections.find((s) => s.key === key);
    if (!section) throw notFound('report.no_such_section', { key });
    const below = withDescendants(sections, key);
    const keys = below.map((s) => s.key);
    const [stages, commitments, factors, indicators, totals, graded, decision] = await Promise.all([
      this.store.stages(scope, plan.id, fiscalYear, keys, today),
      this.store.commitments(plan.id, fiscalYear, keys, today),
      this.store.indicatorFactors(plan.id, fiscalYear, keys),
      this.indicators.views(
        fiscalYear,
        below.flatMap((s) => s.indicators.map((i) => i.key)),
      ),
      this.store.totals(plan.id, fiscalYear, today),
      this.store.graded(plan.id, fiscalYear, key),
      this.decisionOf(plan, cycle.id, key),
    ]);
    const children = sections
      .filter((s) => s.parentKey === key)
      .map((s) => ({
        key: s.key,
        number: s.number,
        level: s.level,
        title: s.title,
        grade: totals.find((t) => t.key === s.key)?.grade ?? null,
      }));
    return assembleSectionReport({
      fiscalYear,
      city: this.config.cityName,
      asOf: today,
      labourUnitCost: cycle.labourUnitCost,
      // A chapter reports what its sections did.
      section: { ...section, programs: below.flatMap((s) => s.programs) },
      children,
      stages,
      commitments,
      indicators,
      indicatorFactors: factors,
      graded,
      decision,
      decidable: cycle.state === 'open',
    });
  }

  private async decisionOf(plan: PlanRow, cycleId: string, key: string): Promise<SectionReport['decision']> {
    const sectionId = await this.decisions.sectionId(plan.id, key);
    return (sectionId && (await this.decisions.decision(cycleId, sectionId))) || null;
  }

  /** The plan as it was in a year: with what has been withdrawn since. */
  private async sectionsOf(plan: PlanRow, fiscalYear: number): ReturnType<PlanStore['sections']> {
    return this.planStore.sections(plan.id, fiscalYear, await this.store.itemsOfYear(plan.id, fiscalYear));
  }

  async plan(fiscalYear: number): Promise<PlanReport> {
    const plan = await this.plans.current();
    const cycle = await this.cycles.require(plan, fiscalYear);
    const today = await this.clock.today();
    const years = await this.store.years(plan.id);
    const before = years.filter((year) => year < fiscalYear).toSorted((a, b) => a - b);
    const [sections, totals, ofYear, decisions] = await Promise.all([
      this.sectionsOf(plan, fiscalYear),
      this.store.totals(plan.id, fiscalYear, today),
      this.indicators.shareOnTrack(fiscalYear, before),
      this.decisions.ofYear(cycle.id),
    ]);
    const decided = new Map(decisions.map(({ sectionKey, ...one }) => [sectionKey, one]));
    const sum = (of: (t: SectionTotals) => number): number => totals.reduce((all, t) => all + of(t), 0);
    const budget = sumOf(totals.map((t) => t.budget));
    const settled = sumOf(totals.map((t) => t.settled));
    const settledBudget = sumOf(totals.map((t) => t.settledBudget));
    const statuses = ofYear.counted.map((v) => v.latest?.status ?? 'not_judged');
    return {
      fiscalYear,
      years,
      planTitle: plan.title,
      asOf: today,
      open: cycle.state === 'open',
      actuals: ofYear.actuals,
      onTrack: await this.onTrack(plan, ofYear),
      statuses: [...new Set(statuses)].map((status) => ({
        status,
        count: statuses.filter((s) => s === status).length,
      })),
      grades: GRADES.map((grade) => ({
        grade,
        count: sum((t) => t.grades.find((g) => g.grade === grade)?.count ?? 0),
      })),
      completion: {
        sheets: sum((t) => t.sheets),
        submitted: sum((t) => t.submitted),
        approved: sum((t) => t.approved),
        late: sum((t) => t.late),
      },
      costs: {
        budget,
        settled,
        executionRate: percentOf(settled, settledBudget),
        labourCost: new Decimal(sumOf(totals.map((t) => t.personYears)))
          .times(cycle.labourUnitCost)
          .toString(),
      },
      participation: {
        withParticipation: sum((t) => t.participating),
        answered: sum((t) => t.answered),
        share: percentOf(
          sum((t) => t.participating),
          sum((t) => t.answered),
        ),
      },
      answered: {
        done: sum((t) => t.done),
        changed: sum((t) => t.changed),
        dropped: sum((t) => t.dropped),
        open: sum((t) => t.openCommitments),
        overdue: sum((t) => t.overdueCommitments),
      },
      sections: sections.map((s) => {
        const keys = withDescendants(sections, s.key).map((one) => one.key);
        const parts = totals.filter((t) => keys.includes(t.key));
        const own = totals.find((t) => t.key === s.key);
        const all = (of: (t: SectionTotals) => number): number => parts.reduce((n, t) => n + of(t), 0);
        return {
          key: s.key,
          number: s.number,
          level: s.level,
          title: s.title,
          leadName: s.leadName,
          grade: own?.grade ?? null,
          lastGrade: own?.lastGrade ?? null,
          decision: decided.get(s.key) ?? null,
          indicators: ofYear.views
            .filter((v) => keys.includes(v.sectionKey))
            .map((v) => ({ key: v.key, name: v.name, status: v.latest?.status ?? 'not_judged' })),
          items: all((t) => t.items),
          sheets: all((t) => t.sheets),
          approved: all((t) => t.approved),
          late: all((t) => t.late),
          grades: GRADES.flatMap((grade) => {
            const count = all((t) => t.grades.find((g) => g.grade === grade)?.count ?? 0);
            return count > 0 ? [{ grade, count }] : [];
          }),
          budget: sumOf(parts.map((t) => t.budget)),
          settled: sumOf(parts.map((t) => t.settled)),
          executionRate: percentOf(
            sumOf(parts.map((t) => t.settled)),
            sumOf(parts.map((t) => t.settledBudget)),
          ),
          openCommitments: all((t) => t.openCommitments),
          overdueCommitments: all((t) => t.overdueCommitments),
        };
      }),
    };
  }

  /** The share of indicators on track beside the path of the indicator that measures it, if the plan has one. */
  private async onTrack(
    plan: PlanRow,
    { before, ...ofYear }: Awaited<ReturnType<IndicatorService['shareOnTrack']>>,
  ): Promise<PlanReport['onTrack']> {
    const { fiscalYear, share, self } = ofYear;
    const path = self?.expectedPath ?? [];
    const actuals = [...before, ofYear].flatMap((one) =>
      one.share.value === null ? [] : [{ fiscalYear: one.fiscalYear, value: one.share.value }],
    );
    const judged =
      share.value === null || !self
        ? null
        : await this.indicators.judgeValue(self.key, fiscalYear, share.value);
    return {
      share: share.value,
      numerator: share.numerator,
      denominator: share.denominator,
      notJudged: share.notJudged,
      awaited: share.awaited,
      expected: judged?.expected ?? path.find((p) => p.fiscalYear === fiscalYear)?.value ?? null,
      // The share of a year of which little is known is awaited like any actual.
      status: judged?.status ?? (ofYear.isKnown ? 'not_judged' : 'awaited'),
      ruleName: share.ruleName,
      ruleVersion: share.ruleVersion,
      population: plan.title,
      path,
      actuals,
    };
  }
}

/** A section and everything below it, in the order of the plan. */
function withDescendants<T extends { key: string; parentKey: string | null }>(
  sections: readonly T[],
  key: string,
): T[] {
  const wanted = new Set([key]);
  for (const section of sections)
    if (section.parentKey !== null && wanted.has(section.parentKey)) wanted.add(section.key);
  return sections.filter((section) => wanted.has(section.key));
}
