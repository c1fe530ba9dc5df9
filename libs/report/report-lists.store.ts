import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import { COUNTS, LATE, PLAN_ORDER, readable, SHEET_FROM, SUBJECT_JSON } from '#review';
import type {
  CommitmentsShown,
  ReportCommitments,
  ReportSheets,
  SheetsShown,
} from './report-lists.schemas.js';
import { LATE_CHECKS, OVERDUE, STILL_OPEN, WITH_ANSWER } from './promise.sql.js';

/** Where a list is cut out of a year. */
export interface ListPlace {
  readonly planId: string;
  readonly fiscalYear: number;
  /** A section with all below it; the whole plan when null. */
  readonly sectionKey: string | null;
  readonly page: number;
  readonly pageSize: number;
}

const BELOW = `below as (
  select id from plan.section where plan_id = $1 and ($3::text is null or key = $3)
  union select x.id from plan.section x join below b on x.parent_id = b.id)`;

/** Each list holds exactly the rows that `ReportStore.totals` counts. */
const SHOWN = `case $4 when 'all' then true when 'approved' then ts.state in ('approved', 'not_applicable')
  when 'open' then ts.state not in ('approved', 'not_applicable') when 'late' then ${LATE('$5')}
  else ts.stage = 'check' and t.subject_kind = 'item' and t.role = 'lead' and ts.state = 'approved' and ts.grade = $4 end`;

const SHEETS = `${SHEET_FROM}
  where c.plan_id = $1 and c.fiscal_year = $2 and s.id in (select id from below) and ${COUNTS} and ${SHOWN}`;

const PROMISES = `review.commitment m
  join plan.program_item i on i.id = m.item_id
  join plan.program p on p.id = i.program_id
  join plan.section s on s.id = p.section_id
  ${WITH_ANSWER}
  where s.id in (select id from below) and m.made_in_fiscal_year < $2
    and (x.answer is not null or ${STILL_OPEN})
    and case $4 when 'all' then true when 'open' then x.answer is null
      when 'overdue' then ${OVERDUE('$5')} is not null else x.answer = $4 end`;

/** The lists behind the numbers of reports. */
@Injectable()
export class ReportListsStore {
  constructor(private readonly database: Database) {}

  async sheets(scope: Scope, place: ListPlace, shown: SheetsShown): Promise<ReportSheets> {
    const { planId, fiscalYear, sectionKey, page, pageSize } = place;
    const values = [planId, fiscalYear, sectionKey, shown, scope.date];
    const total = await firstRow<{ n: number }>(
      this.database.pool,
      `with recursive ${BELOW} select count(*)::int as n from ${SHEETS}`,
      values,
    );
    const found = await rows<ReportSheets['rows'][number]>(
      this.database.pool,
      `with recursive ${BELOW}
       select case when ${readable({ reads: '$6', writes: '$7', posts: '$8' })} then ts.id end as "taskStageId",
              ts.stage, t.role, ${SUBJECT_JSON} as subject, d.name as "departmentName", ts.state, ${LATE('$5')} as late,
              due.on as "dueOn", case when ts.state = 'approved' then ts.grade end as grade
         from ${SHEETS} order by ${PLAN_ORDER}, d.code limit $9 offset $10`,
      [...values, scope.reads, scope.writes, decidesAt(scope), pageSize, (page - 1) * pageSize],
    );
    return { total: total?.n ?? 0, page, pageSize, rows: found };
  }

  async commitments(place: ListPlace, shown: CommitmentsShown, today: string): Promise<ReportCommitments> {
    const { planId, fiscalYear, sectionKey, page, pageSize } = place;
    const values = [planId, fiscalYear, sectionKey, shown, today];
    const total = await firstRow<{ n: number }>(
      this.database.pool,
      `with recursive ${BELOW}, ${LATE_CHECKS('$5')} select count(*)::int as n from ${PROMISES}`,
      values,
    );
    const found = await rows<ReportCommitments['rows'][number]>(
      this.database.pool,
      `with recursive ${BELOW}, ${LATE_CHECKS('$5')}
       select m.id, i.key as "itemKey", trim(i.marker || ' ' || i.text) as "itemLabel",
              plan.printed_number(s.level, s.number) || ' ' || s.title as "sectionLabel", m.what, m.who,
              m.due_on as "dueOn", m.made_in_fiscal_year as "madeInFiscalYear", m.decided_on as "decidedOn", x.answer, x.text,
              ${OVERDUE('$5')} as overdue
         from ${PROMISES} order by s.sort, p.sort, i.sort, m.made_in_fiscal_year, m.position, m.id limit $6 offset $7`,
      [...values, pageSize, (page - 1) * pageSize],
    );
    return { total: total?.n ?? 0, page, pageSize, rows: found };
  }
}
