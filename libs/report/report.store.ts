import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import { COUNTS, LATE, readable, SHEET_FROM } from '#review';
import { LATE_CHECKS, OVERDUE, STILL_OPEN, WITH_ANSWER } from './promise.sql.js';
import type { CommitmentFact, Grade, Graded, StageFact } from './report.types.js';

export interface SectionTotals {
  readonly key: string;
  readonly items: number;
  readonly sheets: number;
  readonly submitted: number;
  readonly approved: number;
  readonly late: number;
  readonly grade: Grade | null;
  readonly lastGrade: Grade | null;
  readonly grades: readonly { grade: Grade; count: number }[];
  readonly budget: string;
  readonly settled: string;
  /** Budget of the items that have a settlement. */
  readonly settledBudget: string;
  readonly personYears: string;
  readonly answered: number;
  readonly participating: number;
  readonly openCommitments: number;
  /** Of these, the ones that cannot wait. */
  readonly overdueCommitments: number;
  readonly done: number;
  readonly changed: number;
  readonly dropped: number;
}

/** What reports ask; the number of statements does not grow with the plan. */
@Injectable()
export class ReportStore {
  constructor(private readonly database: Database) {}

  /** Every stage of every sheet of a year in a section and those below it, in one statement. */
  stages(
    scope: Scope,
    planId: string,
    fiscalYear: number,
    sectionKeys: readonly string[],
    today: string,
  ): Promise<StageFact[]> {
    return rows(
      this.database.pool,
      `select t.subject_kind as "subjectKind", coalesce(i.key, n.key, s.key) as key, t.role, d.name as "departmentName", ts.stage,
              ts.state, ts.version, ${LATE('$4')} as late,
              case when ${readable({ reads: '$5', writes: '$6', posts: '$7' })} then ts.id end as "taskStageId", case when ts.state = 'approved' then ts.answers end as answers,
              ts.budget::text, ts.settled_cost::text as "settledCost", ts.person_years::text as "personYears", ts.grade,
              last.grade as "lastGrade"
         from ${SHEET_FROM}
         left join lateral (
           select lts.grade from review.task_stage lts join review.annual_task lt on lt.id = lts.task_id and lt.role = 'lead'
             join cycle.review_cycle lc on lc.id = lt.cycle_id and lc.plan_id = c.plan_id and lc.fiscal_year = c.fiscal_year - 1
             join plan.assignment la on la.id = lt.assignment_id
            where lts.stage = ts.stage and lts.state = 'approved' and t.role = 'lead' and ts.stage in ('check', 'review')
              and la.item_id is not distinct from a.item_id and la.section_id is not distinct from a.section_id
              and la.indicator_id is not distinct from a.indicator_id
            order by lt.ended_on nulls first limit 1) last on true
        where c.plan_id = $1 and c.fiscal_year = $2 and s.key = any($3::text[]) and ${COUNTS}
        order by d.sort, d.code`,
      [planId, fiscalYear, sectionKeys, today, scope.reads, scope.writes, decidesAt(scope)],
    );
  }

  /** Who gave the section's grade in the last round of its approved review. */
  async graded(planId: string, fiscalYear: number, sectionKey: string): Promise<Graded | null> {
    const row = await firstRow<Graded>(
      this.database.pool,
      `select po.title as by, ap.decided_on as "on", ap.proposed_grade as proposed, ap.comment as reason
         from review.task_stage ts
         join review.annual_task t on t.id = ts.task_id
         join cycle.review_cycle c on c.id = t.cycle_id and c.plan_id = $1 and c.fiscal_year = $2
         join plan.assignment a on a.id = t.assignment_id
         join plan.section s on s.id = a.section_id and s.key = $3
         join review.approval ap on ap.task_stage_id = ts.id and ap.round = ts.round and ap.grade is not null
         join directory.titled_post po on po.id = ap.post_id
        where ts.stage = 'review' and ts.state = 'approved' order by t.ended_on nulls first, ap.position desc limit 1`,
      [planId, fiscalYear, sectionKey],
    );
    return row ?? null;
  }

  /** Promises made in a section's year, and what the year said about earlier ones. */
  commitments(
    planId: string,
    fiscalYear: number,
    sectionKeys: readonly string[],
    today: string,
  ): Promise<CommitmentFact[]> {
    return rows(
      this.database.pool,
      `with ${LATE_CHECKS('$4')}
       select i.key, m.what, m.who, m.due_on as "dueOn", m.decided_on as "decidedOn", m.made_in_fiscal_year as "madeInFiscalYear", x.answer, x.text,
              ${OVERDUE('$4')} as overdue
         from review.commitment m
         join plan.program_item i on i.id = m.item_id join plan.program p on p.id = i.program_id
         join plan.section s on s.id = p.section_id
         ${WITH_ANSWER}
        where s.plan_id = $1 and s.key = any($3::text[])
          and (m.made_in_fiscal_year = $2
               or (m.made_in_fiscal_year < $2 and (x.answer is not null or ${STILL_OPEN})))
        order by p.sort, i.sort, m.made_in_fiscal_year, m.position`,
      [planId, fiscalYear, sectionKeys, today],
    );
  }

  indicatorFactors(
    planId: string,
    fiscalYear: number,
    sectionKeys: readonly string[],
  ): Promise<{ key: string; own: string; outside: string }[]> {
    return rows(
      this.database.pool,
      `select n.key, x.factors_own as own, x.factors_outside as outside
         from indicator.indicator_actual x join plan.indicator n on n.id = x.indicator_id join plan.section s on s.id = n.section_id
        where s.plan_id = $1 and x.fiscal_year = $2 and s.key = any($3::text[]) order by n.sort`,
      [planId, fiscalYear, sectionKeys],
    );
  }

  /** One row for each section: the plan's roll-up, summed by the database. */
  totals(planId: string, fiscalYear: number, today: string): Promise<SectionTotals[]> {
    return rows(
      this.database.pool,
      `with sheet as (
         select s.id as section_id, t.subject_kind, t.role, ts.stage, ts.state, ${LATE('$3')} as late, ts.budget, ts.settled_cost,
                ts.person_years, ts.grade, ts.participation,
                bool_or(ts.stage = 'check' and ts.state = 'approved' and ts.settled_cost is not null)
                  over (partition by a.item_id) as is_settled
           from ${SHEET_FROM} where c.plan_id = $1 and c.fiscal_year = $2 and ${COUNTS}
       ), total as (
         select section_id, count(*)::int as sheets,
                count(*) filter (where state in ('submitted', 'approved', 'not_applicable'))::int as submitted,
                count(*) filter (where state in ('approved', 'not_applicable'))::int as approved,
                count(*) filter (where late)::int as late,
                coalesce(sum(budget) filter (where stage = 'plan' and state = 'approved'), 0)::text as budget,
                coalesce(sum(budget) filter (where stage = 'plan' and state = 'approved' and is_settled), 0)::text as "settledBudget",
                coalesce(sum(settled_cost) filter (where stage = 'check' and state = 'approved'), 0)::text as settled,
                coalesce(sum(person_years) filter (where stage = 'check' and state = 'approved' and subject_kind = 'item'), 0)::text as person_years,
                count(*) filter (where stage = 'check' and role = 'lead' and state = 'approved' and participation is not null)::int as answered,
                count(*) filter (where stage = 'check' and role = 'lead' and state = 'approved' and participation in ('pi', 'collaboration'))::int as participating,
                max(grade) filter (where stage = 'review' and state = 'approved') as grade
           from sheet group by section_id
       ), grades as (
         select section_id, jsonb_agg(jsonb_build_object('grade', grade, 'count', n) order by grade) as list
           from (select section_id, grade, count(*)::int as n from sheet
                  where stage = 'check' and subject_kind = 'item' and role = 'lead' and state = 'approved' and grade is not null
                  group by section_id, grade) g group by section_id
       ), ${LATE_CHECKS('$3')}, promise as (
         select p.section_id, m.made_in_fiscal_year, x.answer, ${STILL_OPEN} as is_open, ${OVERDUE('$3')} as overdue
           from review.commitment m join plan.program_item i on i.id = m.item_id join plan.program p on p.id = i.program_id
           ${WITH_ANSWER}
          where m.made_in_fiscal_year < $2
       )
       select s.key,
              (select count(*)::int from plan.program_item i join plan.program p on p.id = i.program_id
                where p.section_id = s.id and (not i.withdrawn or exists (
                  select 1 from review.annual_task x join plan.assignment y on y.id = x.assignment_id
                    join cycle.review_cycle z on z.id = x.cycle_id and z.fiscal_year = $2 where y.item_id = i.id))) as items,
              coalesce(t.sheets, 0) as sheets, coalesce(t.submitted, 0) as submitted, coalesce(t.approved, 0) as approved,
              coalesce(t.late, 0) as late, t.grade,
              (select lts.grade from review.task_stage lts join review.annual_task lt on lt.id = lts.task_id
                 join cycle.review_cycle lc on lc.id = lt.cycle_id join plan.assignment la on la.id = lt.assignment_id
                where la.section_id = s.id and lc.fiscal_year = $2 - 1 and lts.state = 'approved'
                order by lt.ended_on nulls first limit 1) as "lastGrade",
              coalesce(g.list, '[]') as grades, coalesce(t.budget, '0') as budget, coalesce(t.settled, '0') as settled, coalesce(t."settledBudget", '0') as "settledBudget",
              coalesce(t.person_years, '0') as "personYears", coalesce(t.answered, 0) as answered,
              coalesce(t.participating, 0) as participating,
              (select count(*)::int from promise x where x.section_id = s.id and x.answer is null and x.is_open) as "openCommitments",
              (select count(*)::int from promise x where x.section_id = s.id and x.overdue is not null) as "overdueCommitments",
              (select count(*)::int from promise x where x.section_id = s.id and x.answer = 'done') as done,
              (select count(*)::int from promise x where x.section_id = s.id and x.answer = 'changed') as changed,
              (select count(*)::int from promise x where x.section_id = s.id and x.answer = 'dropped') as dropped
         from plan.section s left join total t on t.section_id = s.id left join grades g on g.section_id = s.id
        where s.plan_id = $1 and (not s.withdrawn or t.section_id is not null) order by s.sort`,
      [planId, fiscalYear, today],
    );
  }

  /** Items that had sheets in a year, also when the plan has lost them since. */
  async itemsOfYear(planId: string, fiscalYear: number): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.database.pool,
      `select distinct a.item_id as id from review.annual_task t
         join cycle.review_cycle c on c.id = t.cycle_id and c.plan_id = $1 and c.fiscal_year = $2
         join plan.assignment a on a.id = t.assignment_id and a.item_id is not null`,
      [planId, fiscalYear],
    );
    return found.map(({ id }) => id);
  }

  /** Years that have sheets, newest first. */
  async years(planId: string): Promise<number[]> {
    const found = await rows<{ year: number }>(
      this.database.pool,
      `select fiscal_year as year from cycle.review_cycle c where plan_id = $1 and state <> 'draft'
          and exists (select 1 from review.annual_task t where t.cycle_id = c.id) order by fiscal_year desc`,
      [planId],
    );
    return found.map((row) => row.year);
  }
}
