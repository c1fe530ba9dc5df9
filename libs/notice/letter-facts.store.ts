import { Injectable } from '@nestjs/common';
import { Database, rows } from '#database';
import { SHEET_JOINS } from '#review';
import type {
  DueSheet,
  LetterCommitment,
  OpenedStage,
  OverdueSheet,
  ReturnedSheet,
  WaitingSheet,
} from './letters/index.js';

type OfLetter<T> = T & { readonly letterId: string };

const SHEET = `ts.id as "taskStageId",
  plan.printed_number(s.level, s.number)
    || case when p.id is null then '' else ' (' || p.number || ')' || i.marker end as label,
  coalesce(i.text, n.name, s.title) as title, ts.stage, c.fiscal_year as "fiscalYear"`;

const FROM = `${SHEET_JOINS} left join directory.person who on who.id = coalesce(ts.submitter_id, ts.editor_id)`;

const ORDER = `s.sort, p.sort nulls first, i.sort nulls first`;

/** Departments under a manager's letter: the subtrees of the posts named by its notices. */
const SUBTREE = `(select distinct x.letter_id, k.descendant_id from notice.notice x
  join directory.department_closure k on k.ancestor_id = x.subject_id where x.letter_id = any($1::uuid[])) no`;

/** The facts of many letters at once, fresh at the moment of sending: what is settled by then is left out. */
@Injectable()
export class LetterFactsStore {
  constructor(private readonly database: Database) {}

  opened(letterIds: readonly string[]): Promise<OfLetter<OpenedStage>[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", case when no.kind = 'cycle_opened' then 'cycle' else 'stage' end as kind,
              c.fiscal_year as "fiscalYear", no.period as stage, min(due.on) as "dueOn",
              (min(due.on) - l.day)::int as "daysLeft", count(*)::int as sheets
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.stage = no.period and ts.state in ('none', 'drafting')
         ${FROM}
        where no.letter_id = any($1::uuid[]) and no.kind in ('cycle_opened', 'stage_opened') and c.id = no.subject_id
          and t.current_department_id in (select h.department_id from directory.holders_on(l.day) h
               where h.person_id = no.recipient_id and h.level in ('member', 'subsectionChief'))
        group by no.letter_id, no.kind, c.fiscal_year, no.period, l.day order by c.fiscal_year desc`,
      [letterIds],
    );
  }

  /** Sheets of the department that fall due, or are late. */
  due(letterIds: readonly string[], kind: 'reminder' | 'overdue'): Promise<OfLetter<OverdueSheet>[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              null as "personName", '/sheets/' || ts.id as url, null as told
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.id = no.subject_id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and no.kind = $2 order by due.on, ${ORDER}`,
      [letterIds, kind],
    );
  }

  returned(letterIds: readonly string[]): Promise<OfLetter<ReturnedSheet>[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft", null as "personName",
              '/sheets/' || ts.id as url, r.by as "returnedBy", r.on as "returnedOn", r.reason
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.id = no.subject_id and ts.state = 'drafting' ${FROM}
         join lateral (select x.by, x."on", x.reason from review.stage_return x
               where x.task_stage_id = ts.id order by x.at desc limit 1) r on true
        where no.letter_id = any($1::uuid[]) and no.kind = 'returned' order by due.on, ${ORDER}`,
      [letterIds],
    );
  }

  /** Sheets that wait at a post of the reader; for a digest all of them, else those the letter tells of. */
  waiting(letterIds: readonly string[], all: boolean): Promise<OfLetter<WaitingSheet>[]> {
    return rows(
      this.database.pool,
      `select l.id as "letterId", ${SHEET}, w.due_on as "dueOn", (w.due_on - l.day)::int as "daysLeft",
              who.name as "personName", '/approvals/' || ts.id as url, null as changes, null as concerns
         from notice.letter l
         join lateral (select distinct x.post_id from directory.holders_on(l.day) x where x.person_id = l.recipient_id) h on true
         join review.waiting_step w on w.post_id = h.post_id
         join review.task_stage ts on ts.id = w.task_stage_id ${FROM}
        where l.id = any($1::uuid[])
          and ($2 or exists (select 1 from notice.notice no where no.letter_id = l.id and no.kind = 'waiting' and no.subject_id = ts.id))
        order by l.id, w.due_on, ${ORDER}`,
      [letterIds, all],
    );
  }

  overdueBelow(letterIds: readonly string[]): Promise<OfLetter<OverdueSheet>[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              coalesce(who.name, d.name) as "personName", '/sheets/' || ts.id as url, null as told
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join review.annual_task t0 on t0.current_department_id = no.descendant_id
         join review.task_stage ts on ts.task_id = t0.id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and c.state = 'open' and due.on < l.day order by due.on, ${ORDER}`,
      [letterIds],
    );
  }

  dueThisWeekBelow(letterIds: readonly string[], weekEnd: string): Promise<OfLetter<DueSheet>[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              coalesce(who.name, d.name) as "personName", '/sheets/' || ts.id as url,
              (select count(*)::int from review.commitments_to_answer(a.item_id, c.fiscal_year, ts.stage) m
                where t.role = 'lead' and not coalesce(nullif(ts.answers->'commitmentAnswers', 'null'), '{}') ? m.id::text) as "openCommitments",
              case when ts.returned_due_on is null then null
                   else (select max(r."on") from review.stage_return r where r.task_stage_id = ts.id) end as "returnedOn"
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join review.annual_task t0 on t0.current_department_id = no.descendant_id
         join review.task_stage ts on ts.task_id = t0.id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and c.state = 'open' and cs.opens_on <= l.day and due.on between l.day and $2
        order by due.on, ${ORDER}`,
      [letterIds, weekEnd],
    );
  }

  commitmentsBelow(letterIds: readonly string[], weekEnd: string): Promise<OfLetter<LetterCommitment>[]> {
    return rows(
      this.database.pool,
      `select distinct on (no.letter_id, m.due_on, m.id) no.letter_id as "letterId",
              plan.printed_number(s.level, s.number) || ' (' || p.number || ')' || i.marker as label, m.what, m.who,
              m.made_in_fiscal_year as "madeInFiscalYear", m.due_on as "dueOn", (m.due_on - l.day)::int as "daysLeft", '/items/' || i.key as url
         from ${SUBTREE} join notice.letter l on l.id = no.letter_id
         join lateral plan.assignments_on(l.day) a
           on a.department_id = no.descendant_id and a.role = 'lead' and a.item_id is not null
         join review.commitment m on m.item_id = a.item_id and m.state in ('open', 'changed') and m.due_on <= $2
         join plan.program_item i on i.id = m.item_id join plan.program p on p.id = i.program_id join plan.section s on s.id = p.section_id
        where no.letter_id = any($1::uuid[]) order by no.letter_id, m.due_on, m.id`,
      [letterIds, weekEnd],
    );
  }

  /** For each digest: the departments it covers, and the keys of the indicators these own. */
  scopes(
    letterIds: readonly string[],
  ): Promise<{ letterId: string; scope: string; indicatorKeys: string[] }[]> {
    return rows(
      this.database.pool,
      `select no.letter_id as "letterId", string_agg(distinct d.name, '・') as scope,
              coalesce(array_agg(distinct n.key) filter (where n.key is not null), '{}') as "indicatorKeys"
         from notice.notice no join notice.letter l on l.id = no.letter_id join directory.department d on d.id = no.subject_id
         join directory.department_closure k on k.ancestor_id = no.subject_id
         left join lateral plan.assignments_on(l.day) a on a.department_id = k.descendant_id and a.role = 'lead'
         left join plan.indicator n on n.id = a.indicator_id
        where no.letter_id = any($1::uuid[]) group by no.letter_id`,
      [letterIds],
    );
  }

  /** Departments that own indicators on a day, to plan digests for those whose indicators are behind. */
  async ownersOf(indicatorKeys: readonly string[], day: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.database.pool,
      `select distinct a.department_id as id from plan.assignments_on($2) a join plan.indicator n on n.id = a.indicator_id
        where a.role = 'lead' and n.key = any($1::text[])`,
      [indicatorKeys, day],
    );
    return found.map((row) => row.id);
  }
}
