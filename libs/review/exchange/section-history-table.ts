import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { notFound } from '#errors';
import { asCode, asFiscalYear, asText, choiceWords, countRows, RowProblems, tableSpec } from '#files';
import type { ExchangeTable, ImportContext, ImportCounts, TableRow, WritableRow } from '#files';
import { type PlanRow, PlanStore } from '#plan';
import { changedKeys, patched } from '../answers-difference.rules.js';
import type { Answers } from '../review.types.js';
import { HistoryCycles, yearProblem } from './history-cycles.js';
import { type ImportedStage, ImportedSheetStore } from './imported-sheet.store.js';
import { type ReviewName, SectionHistoryStore, type StoredReview } from './section-history.store.js';

const GRADES = choiceWords({ A: 'A', B: 'B', C: 'C', D: 'D' });
const LONGEST = 4000;

const SPEC = tableSpec({
  columns: [
    { key: 'fiscalYear', heading: '年度', required: true, parse: asFiscalYear },
    { key: 'section', heading: '体系番号', required: true, parse: asCode },
    { key: 'sectionGrade', heading: '施策の総合評価', required: true, parse: GRADES.parse },
    { key: 'opinion', heading: '評価の理由と意見', parse: asText(LONGEST) },
    { key: 'priorities', heading: '今後の重点', parse: asText(LONGEST) },
    { key: 'gradeChange', heading: '評価が変わった理由', parse: asText(LONGEST) },
  ],
});
type Row = TableRow<typeof SPEC>;

interface Given extends ReviewName {
  readonly row: Row;
}

const nameOf = ({ assignmentId, fiscalYear }: ReviewName): string => `${assignmentId} ${fiscalYear}`;

/** 施策評価の履歴: how sections were graded, one row for each section and year. */
@Injectable()
export class SectionHistoryTable implements ExchangeTable<typeof SPEC> {
  readonly name = 'section-history';
  readonly heading = 'exchange.section-history';
  readonly spec = SPEC;
  readonly key = ['fiscalYear', 'section'] as const;

  constructor(
    private readonly store: SectionHistoryStore,
    private readonly imported: ImportedSheetStore,
    private readonly plans: PlanStore,
    private readonly cycles: HistoryCycles,
  ) {}

  async rows(sql: Sql): Promise<WritableRow<typeof SPEC>[]> {
    const reviews = await this.store.exported(sql);
    return reviews.map(({ fiscalYear, section, answers }) => ({
      fiscalYear,
      section,
      sectionGrade: answers.sectionGrade,
      opinion: answers.opinion,
      priorities: answers.priorities,
      gradeChange: answers.gradeChange,
    }));
  }

  /** Fills reviews that nobody has begun, approved on the day they were due, and corrects approved ones. */
  async write(sql: Sql, rows: readonly Row[], context: ImportContext): Promise<ImportCounts> {
    const plan = await this.plans.current(sql);
    if (!plan) throw notFound('plan.none_yet');
    const problems = new RowProblems(SPEC);
    const given = await this.place(sql, plan, rows, context, problems);
    problems.throwIfAny();
    await this.cycles.make(
      sql,
      plan,
      given.map(({ fiscalYear }) => fiscalYear),
      context,
    );
    const names = given.map(({ assignmentId, fiscalYear }) => ({ assignmentId, fiscalYear }));
    await this.store.makeReviews(sql, plan.id, names);
    const stored = new Map(
      (await this.store.reviews(sql, plan.id, names)).map((one) => [nameOf(one), one] as const),
    );
    const entries = given.flatMap((one) => entryOf(one, stored.get(nameOf(one)), context, problems));
    problems.throwIfAny();
    await this.imported.write(sql, entries, context);
    const added = entries.filter(({ filled }) => filled !== null).length;
    return countRows(rows.length, added, entries.length - added);
  }

  private async place(
    sql: Sql,
    plan: PlanRow,
    rows: readonly Row[],
    { today }: ImportContext,
    problems: RowProblems<typeof SPEC>,
  ): Promise<Given[]> {
    const leads = await this.store.leads(sql, plan.id);
    return rows.flatMap((row) => {
      const { fiscalYear, section } = row.values;
      const wrong = yearProblem(fiscalYear, plan, today);
      if (wrong) problems.add(row, 'fiscalYear', wrong.code, wrong.params);
      const own = leads.filter(({ sectionKey }) => asCode(sectionKey) === section);
      const lead = own.find(({ from, to }) => from <= fiscalYear && (to ?? fiscalYear) >= fiscalYear);
      if (!lead) problems.add(row, 'section', 'review.section_without_lead', { key: section, fiscalYear });
      return lead && !wrong ? [{ row, assignmentId: lead.assignmentId, fiscalYear }] : [];
    });
  }
}

/** What a row does to its review; nothing when it says the same. */
function entryOf(
  { row }: Given,
  stored: StoredReview | undefined,
  { today, personId }: ImportContext,
  problems: RowProblems<typeof SPEC>,
): ImportedStage[] {
  if (!stored) return [];
  const { sectionGrade, opinion, priorities, gradeChange } = row.values;
  const given: Answers = { sectionGrade, opinion, priorities, gradeChange };
  const keys = changedKeys(stored.answers, given);
  const isFilled = stored.state !== 'approved';
  if (!isFilled && keys.length === 0) return [];
  const refusal = refusalOf(stored, today);
  if (refusal) {
    problems.add(row, 'sectionGrade', refusal, { dueOn: stored.dueOn });
    return [];
  }
  const version = stored.version + 1;
  return [
    {
      id: stored.id,
      version,
      answers: patched(stored.answers, given),
      fieldVersions: {
        ...stored.fieldVersions,
        ...Object.fromEntries(keys.map((key) => [key, version])),
      },
      editorId: isFilled ? null : personId,
      filled: isFilled ? { submitterId: null, on: stored.dueOn < today ? stored.dueOn : today } : null,
    },
  ];
}

/** Why no import may touch a review: what people have begun, what is not due yet, what was published. */
function refusalOf({ state, cycleState, dueOn }: StoredReview, today: string): string | undefined {
  if (cycleState === 'published') return 'review.year_published';
  if (state === 'not_applicable') return 'review.stage_not_applicable';
  if (state !== 'none' && state !== 'approved') return 'review.stage_in_work';
  return state === 'none' && cycleState === 'open' && dueOn >= today ? 'review.stage_not_due' : undefined;
}
