import { Injectable } from '@nestjs/common';
import { firstRow, rows, type Sql } from '#database';
import type { EscalationDue } from './escalation.rules.js';
import { AT_ONCE_OCCASION, COPIES, FACTS_AT_ONCE, MORNING_FACTS, NEWS } from './planning.sql.js';
import type { ReminderDue } from './reminder-days.rules.js';

/** What the rules say about a morning. */
export interface Morning {
  readonly day: string;
  /** The slot whose runs tell what has been told. */
  readonly morningJob: string;
  /** Business date of the installation: what happened before it is nobody's news. */
  readonly installedOn: string;
  readonly reminders: readonly ReminderDue[];
  readonly escalations: readonly EscalationDue[];
  /** The week whose digest is due this morning. */
  readonly digest: {
    readonly monday: string;
    readonly weekEnd: string;
    /** Departments whose indicators are behind. */
    readonly departmentsBehind: readonly string[];
  } | null;
}

/** Decides in SQL who must hear what: facts become notices, notices are bundled into letters. */
@Injectable()
export class PlanningStore {
  /**
   * Plans the letters of a morning in one statement: one ordinary letter for each person, the week's digest in its place
   * where one is due, and beside it one brief for all posts that somebody took over, and summaries. Running twice plans
   * nothing new.
   */
  async planMorning(sql: Sql, morning: Morning): Promise<{ letters: number; notices: number }> {
    const { day, digest, ...rules } = morning;
    const row = await firstRow<{ letters: number; notices: number }>(
      sql,
      `with ${MORNING_FACTS}, ${NEWS}, addressed as (
         select n.*,
                case n.kind when 'handover' then 'handover' when 'cycle_closed' then 'summary' end as form,
                case when n.kind in ('handover', 'cycle_closed') then case n.kind when 'handover' then 'from ' || $1::text else n.subject_id || ' ' || n.period end else '' end as occasion
           from news n
       ), letter as (
         insert into notice.letter (recipient_id, kind, day, occasion)
         select person_id, coalesce(form, case when bool_or(kind = 'digest') then 'digest' else 'daily' end), $1::date, occasion
           from addressed group by person_id, form, occasion
         on conflict do nothing
         returning id, recipient_id, kind, occasion
       ), told as (
         insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
         select a.person_id, a.kind, a.subject_id, a.period, l.id, $1
           from addressed a join letter l on l.recipient_id = a.person_id and l.occasion = a.occasion
         on conflict (recipient_id, kind, subject_id, period) do nothing
         returning 1
       ), ${COPIES}
       select (select count(*)::int from letter) as letters, (select count(*)::int from told) as notices`,
      [
        day,
        JSON.stringify({
          ...rules,
          monday: digest?.monday ?? null,
          weekEnd: digest?.weekEnd ?? null,
          departmentsBehind: digest?.departmentsBehind ?? [],
        }),
      ],
    );
    return row ?? { letters: 0, notices: 0 };
  }

  /** Whether the slot of a day has run: what it tells is not told at once besides. */
  async hasRunOn(sql: Sql, job: string, day: string): Promise<boolean> {
    const row = await firstRow(
      sql,
      `select 1 from jobs.timetable_slot where job = $1 and (slot at time zone 'Asia/Tokyo')::date = $2 limit 1`,
      [job, day],
    );
    return row !== undefined;
  }

  /** Whether anything may have to be told at once: mostly nothing has, and looking for news costs more. */
  async anythingAtOnce(sql: Sql): Promise<boolean> {
    const row = await firstRow(
      sql,
      `select 1 where exists (select 1 from notice.mail_preference where decisions = 'at_once')
                   or exists (select 1 from notice.reminder_request where not planned)`,
    );
    return row !== undefined;
  }

  /**
   * Plans a letter for each thing that came back or waits, for those who want it at once, and one for all that the planning
   * division asks of a person. @returns the letters, copies for delegates among them
   */
  planAtOnce(sql: Sql, day: string): Promise<{ id: string; kind: string }[]> {
    return rows(
      sql,
      `with ${FACTS_AT_ONCE}, ${NEWS}, addressed as (select n.*, ${AT_ONCE_OCCASION} as occasion from news n), letter as (
         insert into notice.letter (recipient_id, kind, day, occasion)
         select distinct person_id, case kind when 'requested' then 'request' else 'at_once' end, $1::date, occasion from addressed
         on conflict do nothing
         returning id, recipient_id, kind, occasion
       ), told as (
         insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
         select a.person_id, a.kind, a.subject_id, a.period, l.id, $1
           from addressed a join letter l on l.recipient_id = a.person_id and l.occasion = a.occasion
         on conflict (recipient_id, kind, subject_id, period) do nothing
         returning 1
       ), ${COPIES}
       select id, kind from letter union all select id, kind from copied`,
      [day],
    );
  }

  /** Days of the newest runs of a slot before one: enough to know whether this week's first morning was among them. */
  async runsBefore(sql: Sql, job: string, slot: Date, limit: number): Promise<Date[]> {
    const found = await rows<{ slot: Date }>(
      sql,
      'select slot from jobs.timetable_slot where job = $1 and slot < $2 order by slot desc limit $3',
      [job, slot, limit],
    );
    return found.map((run) => run.slot);
  }

  /** Departments that lead indicators on a day. */
  async ownersOf(sql: Sql, indicatorKeys: readonly string[], day: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      sql,
      `select distinct a.department_id as id from plan.assignments_on($2) a join plan.indicator n on n.id = a.indicator_id
        where a.role = 'lead' and n.key = any($1::text[])`,
      [indicatorKeys, day],
    );
    return found.map((row) => row.id);
  }
}
