import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import type { absenceSchema, delegateRowSchema, newAbsenceSchema, standInSchema } from './absence.schemas.js';
import { inBothKana, likeable } from '../name-search.rules.js';
import type { AbsenceDays, Delegate } from './absence.rules.js';

type AbsenceRow = Omit<z.infer<typeof absenceSchema>, 'state'>;
type DelegateRow = z.infer<typeof delegateRowSchema>;
type StandInRow = Omit<z.infer<typeof standInSchema>, 'state'>;

/** Days on which somebody holds a post of the city hall; outside partners and evaluators hold none. */
const IN_OFFICE = `select h.person_id, range_agg(daterange(h.from_date, h.to_date, '[]')) as days,
    range_agg(daterange(h.from_date, h.to_date, '[]')) filter (where po.role is distinct from 'auditor') as deciding
  from directory.post_holding h
  join directory.post po on po.id = h.post_id and po.role is distinct from 'evaluator'
  join directory.department d on d.id = po.department_id and d.kind <> 'partner'
  join directory.person p on p.id = h.person_id and p.disabled_at is null`;

/** The main post of person `p` on day `$1`. */
const MAIN_POST = `left join lateral (
    select tp.title from directory.holders_on($1) h join directory.titled_post tp on tp.id = h.post_id
     where h.person_id = p.id order by (h.kind = 'main') desc, tp.title limit 1) post on true`;

/** Those below whom nobody is asked: colleagues of the departments in which `$2` sits, then the superiors. */
const NEAR = `
  own as (select distinct department_id from directory.holders_on($1) where person_id = $2),
  near as (
    select person_id, min(rank) as rank from (
      select h.person_id, 0 as rank from directory.holders_on($1) h join own on own.department_id = h.department_id
      union all
      select s.person_id, s.rank from directory.superiors_on($1) s join own on own.department_id = s.department_id
    ) x group by person_id)`;

export interface DelegateSearch {
  readonly personId: string;
  readonly days: AbsenceDays;
  /** Part of a name or its kana, or the beginning of a staff number; empty shows colleagues and superiors alone. */
  readonly words: string;
}

/** Queries on 不在. */
@Injectable()
export class AbsenceStore {
  constructor(private readonly database: Database) {}

  /** Keeps two changes of one person's absences apart until the transaction ends; false for nobody. */
  async lockPerson(sql: Sql, personId: string): Promise<boolean> {
    const row = await firstRow(
      sql,
      'select id from directory.person where id = $1 and disabled_at is null for update',
      [personId],
    );
    return row !== undefined;
  }

  ofPerson(personId: string, today: string, sql: Sql = this.database.pool): Promise<AbsenceRow[]> {
    return rows(
      sql,
      `select a.id, a.from_date as "fromDate", a.to_date as "toDate",
              jsonb_build_object('id', p.id, 'name', p.name, 'title', coalesce(post.title, '')) as delegate, a.decides,
              (select jsonb_build_object('fromDate', o.from_date, 'toDate', o.to_date) from directory.absence o
                where o.person_id = a.delegate_id and o.from_date <= a.to_date and o.to_date >= a.from_date
                order by o.from_date limit 1) as "delegateAway"
         from directory.absence a join directory.person p on p.id = a.delegate_id ${MAIN_POST}
        where a.person_id = $2 order by a.from_date desc limit 100`,
      [today, personId],
    );
  }

  /** Whose mail comes to a person now or later. */
  standingInBy(personId: string, today: string): Promise<StandInRow[]> {
    return rows(
      this.database.pool,
      `select a.id, p.name, coalesce(post.title, '') as title, a.from_date as "fromDate", a.to_date as "toDate", a.decides
         from directory.absence a join directory.person p on p.id = a.person_id ${MAIN_POST}
        where a.delegate_id = $2 and a.to_date >= $1 order by a.from_date, p.name limit 100`,
      [today, personId],
    );
  }

  delegate(sql: Sql, personId: string, { fromDate, toDate }: AbsenceDays): Promise<Delegate | undefined> {
    return firstRow(
      sql,
      `select o.person_id as "personId", o.days @> daterange($2, $3, '[]') as "inOffice", o.deciding is null or not o.deciding @> daterange($2, $3, '[]') as "looksOn"
         from (${IN_OFFICE} where h.person_id = $1 group by h.person_id) o`,
      [personId, fromDate, toDate],
    );
  }

  /** People of the house who are in office on all of the days, those nearest to the person first. */
  async delegates(
    search: DelegateSearch,
    today: string,
    page: number,
    pageSize: number,
  ): Promise<{ total: number; rows: DelegateRow[] }> {
    const words = likeable(search.words);
    const found = await rows<DelegateRow & { total: number }>(
      this.database.pool,
      `with ${NEAR}, office as (${IN_OFFICE} group by h.person_id),
       found as (
         select p.*, n.rank from directory.person p
           join office o on o.person_id = p.id and o.days @> daterange($3, $4, '[]')
           left join near n on n.person_id = p.id
          where p.id <> $2
            and case when $5 = '' then n.rank is not null
                     else replace(replace(p.name, ' ', ''), '　', '') ilike '%' || $5 || '%'
                       or replace(replace(p.kana, ' ', ''), '　', '') ilike any ($8::text[])
                       or p.staff_number ilike $5 || '%' end
       ), cut as (
         select f.*, count(*) over ()::int as total from found f
          order by f.rank nulls last, f.kana, f.staff_number limit $6 offset $7
       ) select p.id, p.name, p.staff_number as "staffNumber", coalesce(post.title, '') as title, p.total,
                case when p.rank = 0 then 'colleague' when p.rank > 0 then 'superior' end as near,
                (select jsonb_build_object('fromDate', o.from_date, 'toDate', o.to_date) from directory.absence o
                  where o.person_id = p.id and o.from_date <= $4 and o.to_date >= $3 order by o.from_date limit 1) as away
           from cut p ${MAIN_POST} order by p.rank nulls last, p.kana, p.staff_number`,
      [
        today,
        search.personId,
        search.days.fromDate,
        search.days.toDate,
        words,
        pageSize,
        (page - 1) * pageSize,
        inBothKana(words),
      ],
    );
    return { total: found[0]?.total ?? 0, rows: found.map(({ total: _total, ...row }) => row) };
  }

  async add(sql: Sql, personId: string, absence: z.infer<typeof newAbsenceSchema>): Promise<string> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into directory.absence (person_id, delegate_id, from_date, to_date, decides) values ($1, $2, $3, $4, $5) returning id`,
      [personId, absence.delegateId, absence.fromDate, absence.toDate, absence.decides],
    );
    return row?.id ?? '';
  }

  async shorten(sql: Sql, id: string, toDate: string): Promise<void> {
    await rows(sql, 'update directory.absence set to_date = $2 where id = $1', [id, toDate]);
  }

  async remove(sql: Sql, id: string): Promise<void> {
    await rows(sql, 'delete from directory.absence where id = $1', [id]);
  }
}
