import { Injectable } from '@nestjs/common';
import { rows as query, type Sql } from '#database';
import type { PeopleValues } from './people-columns.js';

/** Keys of what was written; rows that stay as they are appear nowhere. */
export interface WrittenHoldings {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
}

/** What importing people asks and writes; each kind of row is one statement. */
@Injectable()
export class PeopleStore {
  async departmentCodes(sql: Sql): Promise<ReadonlySet<string>> {
    const found = await query<{ code: string }>(sql, 'select code from directory.department');
    return new Set(found.map((row) => row.code));
  }

  /** Staff numbers of those who have one of these addresses, by address in lower case. */
  async ownersOfMail(sql: Sql, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await query<{ email: string; owner: string }>(
      sql,
      `select lower(p.email) as email, p.staff_number as owner from directory.person p
        where lower(p.email) in (select lower(a) from unnest($1::text[]) as a)`,
      [addresses],
    );
    return new Map(found.map((row) => [row.email, row.owner]));
  }

  /** @returns staff numbers of those who are new or changed */
  async writePeople(sql: Sql, values: readonly PeopleValues[]): Promise<ReadonlySet<string>> {
    const people = new Map(values.map((row) => [row.staffNumber, row]));
    const list = JSON.stringify([...people.values()].map((row) => ({ ...row, kana: row.kana ?? '' })));
    // Two people may swap addresses, which the unique index would not let pass one after the other.
    await query(
      sql,
      `update directory.person p set email = p.staff_number || '@moving'
         from jsonb_to_recordset($1::jsonb) as r("staffNumber" text, email text)
        where p.staff_number = r."staffNumber" and p.email <> r.email`,
      [list],
    );
    const written = await query<{ staffNumber: string }>(
      sql,
      `insert into directory.person (staff_number, name, kana, email)
       select r."staffNumber", r.name, r.kana, r.email
         from jsonb_to_recordset($1::jsonb) as r("staffNumber" text, name text, kana text, email text)
       on conflict (staff_number) do update set name = excluded.name, kana = excluded.kana, email = excluded.email
       where (person.name, person.kana, person.email) is distinct from (excluded.name, excluded.kana, excluded.email)
       returning staff_number as "staffNumber"`,
      [list],
    );
    return new Set(written.map((row) => row.staffNumber));
  }

  /** @returns keys of posts whose role changed or that are new */
  async writePosts(sql: Sql, values: readonly PeopleValues[]): Promise<ReadonlySet<string>> {
    const written = await query<{ key: string[] }>(
      sql,
      `with written as (
         insert into directory.post (department_id, level, title, role)
         select distinct d.id, r.level, r.title, r.role
           from jsonb_to_recordset($1::jsonb) as r(department text, level text, title text, role text)
           join directory.department d on d.code = r.department
         on conflict (department_id, level, title) do update set role = excluded.role
         where post.role is distinct from excluded.role
         returning department_id, level, title)
       select jsonb_build_array(d.code, w.level, w.title) as key
         from written w join directory.department d on d.id = w.department_id`,
      [JSON.stringify(values)],
    );
    return new Set(written.map((row) => JSON.stringify(row.key)));
  }

  async writeHoldings(sql: Sql, values: readonly PeopleValues[]): Promise<WrittenHoldings> {
    const written = await query<{ staffNumber: string; post: string[]; from: string; added: boolean }>(
      sql,
      `with written as (
         insert into directory.post_holding (post_id, person_id, kind, from_date, to_date)
         select po.id, p.id, r.holding, r."from", r."to"
           from jsonb_to_recordset($1::jsonb) as r("staffNumber" text, department text, level text, title text,
                holding text, "from" date, "to" date)
           join directory.person p on p.staff_number = r."staffNumber"
           join directory.department d on d.code = r.department
           join directory.post po on po.department_id = d.id and po.level = r.level and po.title = r.title
         on conflict (post_id, person_id, from_date) do update set kind = excluded.kind, to_date = excluded.to_date
         where (post_holding.kind, post_holding.to_date) is distinct from (excluded.kind, excluded.to_date)
         returning post_id, person_id, from_date, xmax = 0 as added)
       select p.staff_number as "staffNumber", jsonb_build_array(d.code, po.level, po.title) as post,
              w.from_date as "from", w.added
         from written w
         join directory.person p on p.id = w.person_id
         join directory.post po on po.id = w.post_id
         join directory.department d on d.id = po.department_id`,
      [JSON.stringify(values)],
    );
    const keysOf = (added: boolean): Set<string> =>
      new Set(
        written
          .filter((row) => row.added === added)
          .map((row) => JSON.stringify([row.staffNumber, JSON.stringify(row.post), row.from])),
      );
    return { added: keysOf(true), changed: keysOf(false) };
  }

  /** Main posts of these people that another main post of theirs overlaps, each with the start of the later one. */
  doubleMainPosts(
    sql: Sql,
    staffNumbers: readonly string[],
  ): Promise<{ staffNumber: string; from: string; department: string; title: string; since: string }[]> {
    return query(
      sql,
      `select distinct on (p.staff_number) p.staff_number as "staffNumber", earlier.from_date as "from",
              d.name as department, po.title, later.from_date as since
         from directory.person p
         join directory.post_holding earlier on earlier.person_id = p.id and earlier.kind = 'main'
         join directory.post_holding later on later.person_id = p.id and later.kind = 'main' and later.id <> earlier.id
          and (later.from_date, later.id) > (earlier.from_date, earlier.id)
          and (earlier.to_date is null or earlier.to_date >= later.from_date)
         join directory.post po on po.id = later.post_id
         join directory.department d on d.id = po.department_id
        where p.staff_number = any($1::text[])
        order by p.staff_number, earlier.from_date`,
      [staffNumbers],
    );
  }
}
