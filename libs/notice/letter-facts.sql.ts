import { rows, type Sql } from '#database';
import { SHEET_JOINS } from '#review';
import type { OverdueSheet } from './letters/index.js';

export type OfLetter<T> = T & { readonly letterId: string };

export const SHEET = `ts.id as "taskStageId",
  plan.printed_number(s.level, s.number)
    || case when p.id is null then '' else ' (' || p.number || ')' || i.marker end as label,
  coalesce(i.text, n.name, s.title) as title, ts.stage, c.fiscal_year as "fiscalYear"`;

export const FROM = `${SHEET_JOINS} left join directory.person who on who.id = coalesce(ts.submitter_id, ts.editor_id)`;

/** A promise `m` of a letter `l`, with what it is joined with to say whose it is. */
export const PROMISE = `m.id, plan.printed_number(s.level, s.number) || ' (' || p.number || ')' || i.marker as label, m.what, m.who,
  m.made_in_fiscal_year as "madeInFiscalYear", m.due_on as "dueOn", (m.due_on - l.day)::int as "daysLeft", '/items/' || i.key as url`;

export const PROMISE_JOINS = `join plan.program_item i on i.id = m.item_id join plan.program p on p.id = i.program_id
  join plan.section s on s.id = p.section_id`;

/** Assignments of the days of the letters, asked once for each day. */
export const ASSIGNED = `day as (select distinct day from notice.letter where id = any($1::uuid[])),
  assigned as materialized (select day.day, a.* from day cross join lateral plan.assignments_on(day.day) a where a.role = 'lead')`;

export const ORDER = `s.sort, p.sort nulls first, i.sort nulls first`;

/** The last superior who was told of a sheet before this letter, and when; their title is asked for once for all rows. */
export const TOLD = `(select jsonb_build_object('personId', e.recipient_id, 'on', e.created_on)
   from notice.notice e
  where e.subject_id = ts.id and e.kind = 'escalation' and e.created_on < l.day and e.recipient_id <> l.recipient_id
  order by e.created_on desc limit 1) as told`;

interface ToldPerson {
  readonly personId: string;
  readonly on: string;
}

export type UntitledSheet = OfLetter<Omit<OverdueSheet, 'told'>> & { readonly told: ToldPerson | null };

/** The title that each superior had on the day they were told. */
export async function titled(sql: Sql, sheets: readonly UntitledSheet[]): Promise<OfLetter<OverdueSheet>[]> {
  const keyOf = ({ personId, on }: ToldPerson): string => `${personId} ${on}`;
  const told = new Map(sheets.flatMap((sheet) => (sheet.told ? [[keyOf(sheet.told), sheet.told]] : [])));
  const found =
    told.size === 0
      ? []
      : await rows<ToldPerson & { readonly title: string }>(
          sql,
          `select r."personId", r."on"::text as "on", coalesce((
              select po.title from directory.holders_on(r."on") h join directory.titled_post po on po.id = h.post_id
               where h.person_id = r."personId" order by (h.kind = 'main') desc limit 1), who.name) as title
             from jsonb_to_recordset($1::jsonb) as r("personId" uuid, "on" date)
             join directory.person who on who.id = r."personId"`,
          [JSON.stringify([...told.values()])],
        );
  const titles = new Map(found.map((one) => [keyOf(one), one.title]));
  return sheets.map((sheet) => ({
    ...sheet,
    told: sheet.told && { title: titles.get(keyOf(sheet.told)) ?? '', on: sheet.told.on },
  }));
}
