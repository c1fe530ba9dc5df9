import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';
import { levelAmong, MANAGERS } from '#directory';
import { TO_WRITE } from '#review';
import {
  ASSIGNED,
  FROM,
  type OfLetter,
  ORDER,
  PROMISE,
  PROMISE_JOINS,
  SHEET,
  titled,
  TOLD,
  type UntitledSheet,
} from './letter-facts.sql.js';
import type {
  DecidedCommitment,
  EscalatedSheet,
  HandoverPost,
  MovedStage,
  OpenedStage,
  OverdueSheet,
  ReturnedSheet,
  WaitingSheet,
} from './letters/index.js';
import { MOVED_FOR_DAYS, writersThen } from './planning.sql.js';

/** Who writes is asked once for each day, not once for each letter. */
const WRITER = `day as (select distinct day from notice.letter where id = any($1::uuid[])),
  writer as materialized (select day.day, w.* from day cross join lateral directory.writers_on(day.day) w)`;
const MANAGES = levelAmong('tp.level', MANAGERS);

/** The facts of many letters at once, fresh at the moment of sending: what is settled by then is left out. */
@Injectable()
export class LetterFactsStore {
  /** Kinds of notices that some of the letters tell. */
  async kindsOf(sql: Sql, letterIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await rows<{ kind: string }>(
      sql,
      'select distinct kind from notice.notice where letter_id = any($1::uuid[])',
      [letterIds],
    );
    return new Set(found.map((row) => row.kind));
  }

  opened(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<OpenedStage>[]> {
    return rows(
      sql,
      `with ${WRITER}
       select no.letter_id as "letterId", case when no.kind = 'cycle_opened' then 'cycle' else 'stage' end as kind,
              c.fiscal_year as "fiscalYear", no.period as stage, min(due.on) as "dueOn",
              (min(due.on) - l.day)::int as "daysLeft", count(*)::int as sheets
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join writer w on w.day = l.day and w.person_id = no.recipient_id
         join cycle.review_cycle c on c.id = no.subject_id
         join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = no.period
         join review.annual_task t
           on t.cycle_id = c.id and t.current_department_id = w.department_id and t.ended_on is null
         join review.task_stage ts on ts.task_id = t.id and ts.stage = no.period and ts.state in ('none', 'drafting')
         cross join lateral cycle.due_date(c.id, ts.stage, t.current_department_id, ts.returned_due_on, cs.effective_due_on) due
        where no.letter_id = any($1::uuid[]) and no.kind in ('cycle_opened', 'stage_opened')
          -- What the letter names sheet by sheet is counted there: a stage may open on the day on which it is reminded of.
          and not exists (select 1 from notice.notice x where x.letter_id = l.id and x.subject_id = ts.id
                             and x.kind in ('returned', 'requested', 'reminder', 'overdue'))
        group by no.letter_id, no.kind, c.fiscal_year, no.period, l.day order by c.fiscal_year desc`,
      [letterIds],
    );
  }

  /** Sheets of the department that fall due, are late, or are asked for. */
  async due(
    sql: Sql,
    letterIds: readonly string[],
    kind: 'reminder' | 'overdue' | 'requested',
  ): Promise<OfLetter<OverdueSheet>[]> {
    const found = await rows<UntitledSheet>(
      sql,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft",
              null as "personName", '/sheets/' || ts.id as url, ${TOLD}
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.id = no.subject_id and ts.state in ('none', 'drafting') ${FROM}
        where no.letter_id = any($1::uuid[]) and no.kind = $2 and c.state = 'open' and t.ended_on is null order by due.on, ${ORDER}`,
      [letterIds, kind],
    );
    return titled(sql, found);
  }

  /**
   * Stages whose due date was moved, as far as sheets of it are unwritten. Where it was moved further out since the letter was
   * planned, the next letter goes on from what this one tells; no date is told that is later than the one that counts.
   */
  moved(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<MovedStage>[]> {
    return rows(
      sql,
      `with ${WRITER}, news as (
         select no.letter_id, no.recipient_id, no.kind, no.subject_id, l.day, x.stage, max(x.upto) as upto
           from notice.notice no join notice.letter l on l.id = no.letter_id
           cross join lateral (
             select split_part(no.period, ' ', 1) as stage, split_part(no.period, ' ', 2)::bigint as upto) x
          where no.letter_id = any($1::uuid[]) and no.kind = 'due_moved'
          group by no.letter_id, no.recipient_id, no.kind, no.subject_id, l.day, x.stage
       ), told as (
         -- What a letter tells begins after what the one before it told.
         select n.letter_id, n.recipient_id, n.subject_id as cycle_id, n.stage, n.day, n.upto,
                (select max(split_part(x.period, ' ', 2)::bigint) from notice.notice x
                  where x.recipient_id = n.recipient_id and x.kind = n.kind and x.subject_id = n.subject_id
                    and x.letter_id is distinct from n.letter_id and split_part(x.period, ' ', 1) = n.stage
                    and split_part(x.period, ' ', 2)::bigint < n.upto) as after
           from news n
       ), change as (
         select o.*, w.department_id, ch.id, ch.changed_on, ch.due_before
           from told o
           join writer w on w.day = o.day and w.person_id = o.recipient_id
           join cycle.due_change ch on ch.cycle_id = o.cycle_id and ch.stage = o.stage and ch.department_id = w.department_id
            and ch.id <= o.upto and ch.id > coalesce(o.after, 0) and ch.changed_on > o.day - ${MOVED_FOR_DAYS} - 1
       ), ${writersThen('change')}, moved as (
         select o.letter_id, o.day, o.cycle_id, o.stage, o.department_id, least(again.due_before, due.on) as due_on,
                (array_agg(o.due_before order by o.id))[1] as due_before
           from change o
           join writer_then t on t.day = o.changed_on and t.person_id = o.recipient_id and t.department_id = o.department_id
           join cycle.cycle_stage cs on cs.cycle_id = o.cycle_id and cs.stage = o.stage
           cross join lateral cycle.due_date(o.cycle_id, o.stage, o.department_id, null, cs.effective_due_on) due
           left join lateral (select x.due_before from cycle.due_change x
                where x.cycle_id = o.cycle_id and x.stage = o.stage and x.department_id = o.department_id and x.id > o.upto
                order by x.id limit 1) again on true
          group by o.letter_id, o.day, o.cycle_id, o.stage, o.department_id, least(again.due_before, due.on)
       )
       select m.letter_id as "letterId", c.fiscal_year as "fiscalYear", m.stage, m.due_on as "dueOn",
              (m.due_on - m.day)::int as "daysLeft", m.due_before as "dueBefore", count(*)::int as sheets,
              (array_agg(distinct d.name)) as departments
         from moved m
         join directory.department d on d.id = m.department_id
         join cycle.review_cycle c on c.id = m.cycle_id and c.state = 'open'
         join review.annual_task t
           on t.cycle_id = c.id and t.current_department_id = m.department_id and t.ended_on is null
         join review.task_stage ts on ts.task_id = t.id and ts.stage = m.stage and ts.state in ('none', 'drafting')
          and ts.returned_due_on is null
        where m.due_before <> m.due_on
        group by m.letter_id, c.fiscal_year, m.stage, m.day, m.due_on, m.due_before
        order by c.fiscal_year desc, m.due_on, m.due_before`,
      [letterIds],
    );
  }

  /**
   * What management decided, as it stands now, for the reader's departments and those below. What was taken back, answered or
   * given to another department since is left out.
   */
  decided(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<DecidedCommitment>[]> {
    return rows(
      sql,
      `with ${ASSIGNED}, seat as materialized (
         select day.day, h.person_id, k.descendant_id as department_id
           from day cross join lateral directory.holders_on(day.day) h
           join directory.department_closure k on k.ancestor_id = h.department_id)
       select no.letter_id as "letterId", ${PROMISE}, '/reports/' || m.made_in_fiscal_year || '/sections/' || s.key as "reportUrl"
         from (select distinct letter_id, recipient_id, subject_id from notice.notice
                where letter_id = any($1::uuid[]) and kind = 'decided') no
         join notice.letter l on l.id = no.letter_id
         join review.commitment m on m.id = no.subject_id and m.state = 'open'
          and not exists (select 1 from review.commitment_answer x where x.commitment_id = m.id)
         ${PROMISE_JOINS}
        where exists (select 1 from assigned a join seat on seat.day = a.day and seat.department_id = a.department_id
                       where a.day = l.day and a.item_id = m.item_id and seat.person_id = no.recipient_id)
        order by m.due_on, ${ORDER}, m.position`,
      [letterIds],
    );
  }

  returned(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<ReturnedSheet>[]> {
    return rows(
      sql,
      `select no.letter_id as "letterId", ${SHEET}, due.on as "dueOn", (due.on - l.day)::int as "daysLeft", null as "personName",
              '/sheets/' || ts.id as url, r.by as "returnedBy", r.on as "returnedOn", r.reason,
              r.places
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.id = no.subject_id and ts.state = 'drafting' ${FROM}
         join lateral (select x.by, x."on", x.reason, x.places from review.stage_return x
               where x.task_stage_id = ts.id order by x.at desc limit 1) r on true
        where no.letter_id = any($1::uuid[]) and no.kind = 'returned' and c.state = 'open' and t.ended_on is null
        order by due.on, ${ORDER}`,
      [letterIds],
    );
  }

  /** Sheets that wait at a post of the reader; for a digest all of them, else those the letter tells of. */
  waiting(sql: Sql, letterIds: readonly string[], all: boolean): Promise<OfLetter<WaitingSheet>[]> {
    return rows(
      sql,
      `select l.id as "letterId", ${SHEET}, w.due_on as "dueOn", (w.due_on - l.day)::int as "daysLeft",
              who.name as "personName", '/approvals/' || ts.id as url
         from notice.letter l
         join lateral (select distinct x.post_id from directory.holders_on(l.day) x where x.person_id = l.recipient_id) h on true
         join review.waiting_step w on w.post_id = h.post_id
         join review.task_stage ts on ts.id = w.task_stage_id and ts.submitter_id is distinct from l.recipient_id ${FROM}
        where l.id = any($1::uuid[])
          and ($2 or exists (select 1 from notice.notice no where no.letter_id = l.id and no.kind = 'waiting' and no.subject_id = ts.id))
        order by l.id, w.due_on, ${ORDER}`,
      [letterIds, all],
    );
  }

  /** What is so late that the reader, who stands above whoever holds it, must know; held by the author, or by an approver. */
  escalated(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<EscalatedSheet>[]> {
    return rows(
      sql,
      `select no.letter_id as "letterId", ${SHEET}, late.due_on as "dueOn", (late.due_on - l.day)::int as "daysLeft",
              late.holder as "personName", '/sheets/' || ts.id as url, late.held_by as "heldBy"
         from (select letter_id, subject_id from notice.notice
                where letter_id = any($1::uuid[]) and kind = 'escalation' group by letter_id, subject_id) no
         join notice.letter l on l.id = no.letter_id
         join review.task_stage ts on ts.id = no.subject_id ${FROM}
         join lateral (
           select due.on as due_on, 'author' as held_by, coalesce(who.name, d.name) as holder
            where ${TO_WRITE}
           union all
           select w.due_on, 'approver', po.title from review.waiting_step w
             join directory.titled_post po on po.id = w.post_id where w.task_stage_id = ts.id) late on late.due_on < l.day
        order by late.due_on, ${ORDER}`,
      [letterIds],
    );
  }

  /** The posts that newcomers took over, with what they find there. */
  handovers(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<HandoverPost>[]> {
    return rows(
      sql,
      `with ${ASSIGNED} select no.letter_id as "letterId", tp.title, h.from_date as since, work.sheets, work.overdue, work."nextDueOn",
              (select count(*)::int from review.waiting_step w join review.task_stage x on x.id = w.task_stage_id
                where w.post_id = h.post_id and x.submitter_id is distinct from h.person_id) as waiting,
              (select count(distinct m.id)::int from assigned a
                 join directory.department_closure k on k.descendant_id = a.department_id and k.ancestor_id = tp.department_id
                 join review.commitment m on m.item_id = a.item_id and m.state in ('open', 'changed')
                where a.day = l.day and (k.depth = 0 or ${MANAGES})) as commitments,
              (select p.name from directory.post_holding o join directory.person p on p.id = o.person_id
                where o.post_id = h.post_id and o.person_id <> h.person_id and o.from_date < h.from_date
                order by o.to_date desc nulls last limit 1) as predecessor
         from notice.notice no join notice.letter l on l.id = no.letter_id
         join directory.post_holding h on h.id = no.subject_id and (h.to_date is null or h.to_date >= l.day)
         join directory.titled_post tp on tp.id = h.post_id
         cross join lateral (
           select count(*)::int as sheets, (count(*) filter (where due.on < l.day))::int as overdue,
                  min(due.on) filter (where due.on >= l.day) as "nextDueOn"
             from directory.department_closure k
             join review.annual_task t on t.current_department_id = k.descendant_id and t.ended_on is null
             join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
             join review.task_stage ts on ts.task_id = t.id and ts.state in ('none', 'drafting')
             join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage and cs.drafts_from <= l.day
             cross join lateral cycle.due_date(c.id, ts.stage, t.current_department_id, ts.returned_due_on, cs.effective_due_on) due
            where k.ancestor_id = tp.department_id and (k.depth = 0 or ${MANAGES})) work
        where no.letter_id = any($1::uuid[]) and no.kind = 'handover' order by tp.title`,
      [letterIds],
    );
  }

  /** Which year's closing a letter tells of. */
  closedYears(sql: Sql, letterIds: readonly string[]): Promise<OfLetter<{ fiscalYear: number }>[]> {
    return rows(
      sql,
      `select no.letter_id as "letterId", c.fiscal_year as "fiscalYear"
         from notice.notice no join cycle.review_cycle c on c.id = no.subject_id and c.state in ('closed', 'published')
        where no.letter_id = any($1::uuid[]) and no.kind = 'cycle_closed'`,
      [letterIds],
    );
  }
}
