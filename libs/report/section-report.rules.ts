import { Decimal } from 'decimal.js';
import type { Grade, SectionFacts, SectionReport, StageFact } from './report.types.js';

type ReportItem = SectionReport['items'][number];

/** The stages of an item's year, as they follow each other. */
const STAGES: readonly StageFact['stage'][] = ['plan', 'do', 'check', 'act'];
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];

/** Sum of amounts, written in full; blanks count nothing. */
export const sumOf = (amounts: readonly (string | null | undefined)[]): string =>
  amounts.reduce((all, amount) => all.plus(amount ?? 0), new Decimal(0)).toFixed();

const sumOrNull = (amounts: readonly (string | null | undefined)[]): string | null =>
  amounts.some((amount) => amount !== null && amount !== undefined) ? sumOf(amounts) : null;

/** Part of a whole as a percent with one decimal, half-up; null when there is no whole. */
export function percentOf(part: string | number, whole: string | number): string | null {
  const all = new Decimal(whole);
  if (all.isZero()) return null;
  return new Decimal(part).times(100).div(all).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1);
}

const text = (facts: StageFact | undefined, key: string): string | null => {
  const value = facts?.answers?.[key];
  return typeof value === 'string' && value !== '' ? value : null;
};

function countBy<T extends string>(
  values: readonly (T | null)[],
  order: readonly T[],
): { value: T; count: number }[] {
  return order.flatMap((value) => {
    const count = values.filter((one) => one === value).length;
    return count > 0 ? [{ value, count }] : [];
  });
}

const DIRECTIONS = [
  'expand',
  'continue',
  'improve',
  'shrink',
  'merge',
  'suspend',
  'abolish',
  'complete',
] as const;

/**
 * Assembles 施策評価書 from approved sheets alone. Pure: the same facts give the same report. Amounts are 千円;
 * an item's costs and results sum its lead and supporting sheets.
 */
export function assembleSectionReport(facts: SectionFacts): SectionReport {
  const { section } = facts;
  const items = section.programs.flatMap((program) =>
    program.items.map((item) => reportItem(facts, program, item)),
  );
  const review = facts.stages.find((s) => s.stage === 'review' && s.key === section.key);
  const approvedReview = review?.state === 'approved' ? review : undefined;
  const withAnswer = items.filter((item) => item.participation !== null);
  const participating = withAnswer.filter((item) => item.participation !== 'none').length;
  const itemKeys = new Set(items.map((item) => item.key));
  const sheets = facts.stages.filter((s) => s.subjectKind !== 'item' || itemKeys.has(s.key));
  const earlier = facts.commitments.filter((c) => c.madeInFiscalYear < facts.fiscalYear);
  return {
    fiscalYear: facts.fiscalYear,
    city: facts.city,
    asOf: facts.asOf,
    section: {
      key: section.key,
      number: section.number,
      level: section.level,
      title: section.title,
      systemNumber: section.key,
    },
    leadName: section.leadName,
    relatedNames: relatedNames(facts),
    grade: approvedReview?.grade ?? null,
    lastGrade: review?.lastGrade ?? null,
    gradeChange: text(approvedReview, 'gradeChange'),
    graded: approvedReview ? facts.graded : null,
    review: review ? { state: review.state, taskStageId: review.taskStageId } : null,
    decision: facts.decision,
    decidable: facts.decidable,
    opinion: text(approvedReview, 'opinion'),
    opinionBy: approvedReview ? (facts.graded?.by ?? section.leadName) : null,
    priorities: text(approvedReview, 'priorities'),
    policies: [...section.policies],
    indicators: [...facts.indicators],
    indicatorFactors: facts.indicatorFactors.filter((f) => f.own !== '' || f.outside !== ''),
    items,
    costs: costsOf(items, facts.labourUnitCost),
    grades: countBy(
      items.map((i) => i.grade),
      GRADES,
    ).map(({ value, count }) => ({ grade: value, count })),
    directions: countBy(
      items.map((i) => i.direction as (typeof DIRECTIONS)[number] | null),
      DIRECTIONS,
    ).map(({ value, count }) => ({ direction: value, count })),
    completion: completionOf(sheets),
    departments: departmentsOf(sheets),
    participation: {
      withParticipation: participating,
      answered: withAnswer.length,
      share: percentOf(participating, withAnswer.length),
    },
    sdgGoals: sdgGoalsOf(items),
    answered: {
      done: earlier.filter((c) => c.answer === 'done').length,
      changed: earlier.filter((c) => c.answer === 'changed').length,
      dropped: earlier.filter((c) => c.answer === 'dropped').length,
      open: earlier.filter((c) => c.answer === null).length,
    },
    commitmentAnswers: earlier.map(({ madeInFiscalYear: _made, ...rest }) => rest),
    commitments: facts.commitments
      .filter((c) => c.madeInFiscalYear === facts.fiscalYear)
      .map(({ key, what, who, dueOn, decidedOn }) => ({ key, what, who, dueOn, decidedOn })),
    sheetVersions: sheets.flatMap((s) =>
      s.state === 'approved' ? [{ key: s.key, stage: s.stage, version: s.version }] : [],
    ),
    children: [...facts.children],
  };
}

function reportItem(
  facts: SectionFacts,
  program: SectionFacts['section']['programs'][number],
  item: SectionFacts['section']['programs'][number]['items'][number],
): ReportItem {
  const own = facts.stages.filter((s) => s.subjectKind === 'item' && s.key === item.key);
  const lead = (stage: StageFact['stage']): StageFact | undefined =>
    own.find((s) => s.role === 'lead' && s.stage === stage && s.answers !== null);
  const approved = (stage: StageFact['stage']): StageFact[] =>
    own.filter((s) => s.stage === stage && s.answers !== null);
  const check = lead('check');
  const plan = lead('plan');
  const act = lead('act');
  const budget = sumOrNull(approved('plan').map((s) => s.budget));
  const settled = sumOrNull(approved('check').map((s) => s.settledCost));
  const personYears = sumOrNull(approved('check').map((s) => s.personYears));
  const funding = plan?.answers?.['funding'] as { general?: string } | undefined;
  return {
    key: item.key,
    marker: item.marker,
    text: item.text,
    programNumber: program.number,
    programTitle: program.title,
    leadName: item.departments.find((d) => d.role === 'lead')?.name ?? null,
    supportNames: item.departments.filter((d) => d.role === 'support').map((d) => d.name),
    checkApproved: check !== undefined,
    results: text(check, 'results'),
    supportResults: approved('check')
      .filter((s) => s.role === 'support')
      .flatMap((s) => {
        const results = text(s, 'results');
        return results ? [{ departmentName: s.departmentName, results }] : [];
      }),
    grade: check?.grade ?? null,
    lastGrade: own.find((s) => s.role === 'lead' && s.stage === 'check')?.lastGrade ?? null,
    direction: text(act, 'direction'),
    budget,
    settled,
    executionRate: budget !== null && settled !== null ? percentOf(settled, budget) : null,
    generalFunds: funding?.general ?? null,
    personYears,
    labourCost: personYears === null ? null : new Decimal(personYears).times(facts.labourUnitCost).toFixed(),
    participation:
      (check?.answers?.['participationActual'] as ReportItem['participation'] | undefined) ?? null,
    sdgGoals: (plan?.answers?.['sdgGoals'] as number[] | undefined) ?? [],
    issues: text(act, 'issues'),
    progress: text(lead('do'), 'progress'),
    stages: STAGES.flatMap((stage) => {
      // Of an item that changed hands what is approved counts.
      const leads = own.filter((s) => s.role === 'lead' && s.stage === stage);
      const counting = leads.find((s) => s.state === 'approved') ?? leads[0];
      return counting ? [{ stage, state: counting.state, taskStageId: counting.taskStageId }] : [];
    }),
  };
}

function costsOf(items: readonly ReportItem[], labourUnitCost: string): SectionReport['costs'] {
  const budget = sumOf(items.map((i) => i.budget));
  const settled = sumOf(items.map((i) => i.settled));
  // What has no settlement yet has spent neither all nor nothing of its budget.
  const settledBudget = sumOf(items.map((i) => (i.settled === null ? null : i.budget)));
  return {
    budget,
    settled,
    unused: new Decimal(settledBudget).minus(settled).toFixed(),
    executionRate: percentOf(settled, settledBudget),
    generalFunds: sumOf(items.map((i) => i.generalFunds)),
    personYears: sumOf(items.map((i) => i.personYears)),
    labourCost: sumOf(items.map((i) => i.labourCost)),
    labourUnitCost,
  };
}

const isSubmitted = (state: string): boolean => state === 'submitted' || isSettled(state);
const isSettled = (state: string): boolean => state === 'approved' || state === 'not_applicable';

/** Counts stages, the unit people hand in. */
function completionOf(stages: readonly StageFact[]): SectionReport['completion'] {
  return {
    sheets: stages.length,
    submitted: stages.filter((s) => isSubmitted(s.state)).length,
    approved: stages.filter((s) => isSettled(s.state)).length,
    late: stages.filter((s) => s.late).length,
  };
}

function departmentsOf(stages: readonly StageFact[]): SectionReport['departments'] {
  return [...new Set(stages.map((s) => s.departmentName))].map((departmentName) => {
    const { sheets, approved, late } = completionOf(
      stages.filter((s) => s.departmentName === departmentName),
    );
    return { departmentName, sheets, approved, late };
  });
}

function relatedNames(facts: SectionFacts): string[] {
  const names = facts.section.programs.flatMap((p) =>
    p.items.flatMap((i) => i.departments.map((d) => d.name)),
  );
  return [...new Set(names)].filter((name) => name !== facts.section.leadName);
}

function sdgGoalsOf(items: readonly ReportItem[]): SectionReport['sdgGoals'] {
  return Array.from({ length: 17 }, (_, at) => at + 1).flatMap((goal) => {
    const count = items.filter((item) => item.sdgGoals.includes(goal)).length;
    return count > 0 ? [{ goal, items: count }] : [];
  });
}
