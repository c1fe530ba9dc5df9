import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows, type Sql } from '#database';
import type { HeldPost } from './scope.rules.js';

export interface PersonRow {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'ja' | 'en';
  readonly passwordHash: string | null;
}

/** Someone who sits on a post on a date, with the place of the post in the tree. */
export interface PostInLine {
  readonly postId: string;
  readonly departmentId: string;
  readonly departmentName: string;
  readonly level: HeldPost['level'];
  readonly title: string;
  /** 0 = the department itself, 1 = the one above, … */
  readonly distance: number;
  readonly holders: readonly { personId: string; personName: string; acting: boolean }[];
}

const PERSON = `p.id, p.staff_number as "staffNumber", p.name, p.email, p.language, p.password_hash as "passwordHash"`;

/** Queries on people, their sessions and the tree of departments. */
@Injectable()
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  /** By staff number or mail address, as people type it. */
  personByName(name: string, sql: Sql = this.database.pool): Promise<PersonRow | undefined> {
    return firstRow(
      sql,
      `select ${PERSON} from directory.person p
        where (p.staff_number = $1 or lower(p.email) = lower($1)) and p.disabled_at is null`,
      // A staff number is typed in any width.
      [name.normalize('NFKC').trim()],
    );
  }

  personById(id: string, sql: Sql = this.database.pool): Promise<PersonRow | undefined> {
    return firstRow(
      sql,
      `select ${PERSON} from directory.person p where p.id = $1 and p.disabled_at is null`,
      [id],
    );
  }

  async setLanguage(sql: Sql, personId: string, language: 'ja' | 'en'): Promise<void> {
    await rows(sql, 'update directory.person set language = $2 where id = $1', [personId, language]);
  }

  /**
   * Keeps a new link, and answers its id, unless the person was sent too many of late; the person's row keeps two askers
   * apart.
   */
  async startPasswordLink(
    sql: Sql,
    link: { tokenHash: Buffer; personId: string; hours: number; mostPerHour: number },
  ): Promise<string | undefined> {
    await rows(sql, 'select id from directory.person where id = $1 for update', [link.personId]);
    const row = await firstRow<{ id: string }>(
      sql,
      `with gone as (delete from directory.password_link where expires_at < now())
       insert into directory.password_link (token_hash, person_id, expires_at)
       select $1, $2, now() + make_interval(hours => $3)
        where (select count(*) from directory.password_link l
                where l.person_id = $2 and l.created_at > now() - interval '1 hour') < $4
       returning id`,
      [link.tokenHash, link.personId, link.hours, link.mostPerHour],
    );
    return row?.id;
  }

  /** Gives links that still live new tokens and their whole time; answers the ids of these. */
  async renewPasswordLinks(
    sql: Sql,
    links: readonly { id: string; tokenHash: Buffer }[],
    hours: number,
  ): Promise<string[]> {
    const renewed = await rows<{ id: string }>(
      sql,
      `update directory.password_link l set token_hash = decode(r.hash, 'hex'), expires_at = now() + make_interval(hours => $2)
         from jsonb_to_recordset($1::jsonb) as r(id uuid, hash text)
        where l.id = r.id and l.expires_at > now() returning l.id`,
      [JSON.stringify(links.map(({ id, tokenHash }) => ({ id, hash: tokenHash.toString('hex') }))), hours],
    );
    return renewed.map((row) => row.id);
  }

  /** Whose link it is, while it lives. */
  personOfPasswordLink(
    tokenHash: Buffer,
    sql: Sql = this.database.pool,
  ): Promise<{ personId: string } | undefined> {
    return firstRow(
      sql,
      `select l.person_id as "personId" from directory.password_link l join directory.person p on p.id = l.person_id
        where l.token_hash = $1 and l.expires_at > now() and p.disabled_at is null`,
      [tokenHash],
    );
  }

  /** Takes a link, so that it works once. */
  takePasswordLink(sql: Sql, tokenHash: Buffer): Promise<{ personId: string } | undefined> {
    return firstRow(
      sql,
      `delete from directory.password_link where token_hash = $1 and expires_at > now() returning person_id as "personId"`,
      [tokenHash],
    );
  }

  /** A new password ends what the old one opened: sessions, links that were still under way, and the count of failures. */
  async replacePassword(sql: Sql, personId: string, hash: string): Promise<void> {
    await rows(
      sql,
      `with links as (delete from directory.password_link where person_id = $1),
            sessions as (delete from directory.session where person_id = $1),
            failures as (delete from directory.sign_in_failure where name = $1::text)
       update directory.person set password_hash = $2 where id = $1`,
      [personId, hash],
    );
  }

  /** The person of a session that has not run out, or nobody. That it is used is noted now and then, not at each request. */
  personOfSession(tokenHash: Buffer): Promise<PersonRow | undefined> {
    return firstRow(
      this.database.pool,
      `with used as (update directory.session set used_at = now()
                      where token_hash = $1 and expires_at > now() and used_at < now() - interval '5 minutes')
       select ${PERSON} from directory.session s join directory.person p on p.id = s.person_id
        where s.token_hash = $1 and s.expires_at > now() and p.disabled_at is null`,
      [tokenHash],
    );
  }

  async startSession(tokenHash: Buffer, personId: string, hours: number, device: string): Promise<void> {
    await rows(
      this.database.pool,
      `with gone as (delete from directory.session where expires_at < now())
       insert into directory.session (token_hash, person_id, expires_at, device)
       values ($1, $2, now() + make_interval(hours => $3), left($4, 200))`,
      [tokenHash, personId, hours, device],
    );
  }

  async endSession(tokenHash: Buffer): Promise<void> {
    await rows(this.database.pool, 'delete from directory.session where token_hash = $1', [tokenHash]);
  }

  async recentFailures(name: string, minutes: number): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      'select count(*)::int as n from directory.sign_in_failure where name = $1 and at > now() - make_interval(mins => $2)',
      [name, minutes],
    );
    return row?.n ?? 0;
  }

  async recordFailure(name: string): Promise<void> {
    await rows(
      this.database.pool,
      `with gone as (delete from directory.sign_in_failure where at < now() - interval '1 day')
       insert into directory.sign_in_failure (name) values ($1)`,
      [name],
    );
  }

  async forgetFailures(name: string): Promise<void> {
    await rows(this.database.pool, 'delete from directory.sign_in_failure where name = $1', [name]);
  }

  /** Posts of managers in the line above (and in) each department, nearest first, with who sits on them. */
  async linesAbove(
    sql: Sql,
    departmentIds: readonly string[],
    date: string,
  ): Promise<Map<string, PostInLine[]>> {
    const found = await rows<PostInLine & { of: string }>(
      sql,
      `select c.descendant_id as of, po.id as "postId", po.department_id as "departmentId", d.name as "departmentName",
              po.level, po.title, c.depth as distance,
              coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'personName', p.name, 'acting', h.kind = 'acting')
                order by (h.kind = 'acting'), p.staff_number) filter (where p.id is not null), '[]') as holders
         from directory.department_closure c
         join directory.post po on po.department_id = c.ancestor_id and po.level not in ('member')
         join directory.department d on d.id = po.department_id
         left join directory.holders_on($2) h on h.post_id = po.id
         left join directory.person p on p.id = h.person_id
        where c.descendant_id = any($1::uuid[])
        group by c.descendant_id, po.id, d.name, c.depth
        order by c.descendant_id, c.depth, po.level, po.title`,
      [departmentIds, date],
    );
    const lines = new Map<string, PostInLine[]>();
    for (const { of, ...post } of found) lines.set(of, [...(lines.get(of) ?? []), post]);
    return lines;
  }

  /** Who does the work of these departments on a day, where that is somebody else. */
  async successors(sql: Sql, departmentIds: readonly string[], day: string): Promise<Map<string, string>> {
    const found = await rows<{ id: string; successor: string }>(
      sql,
      `select s.department_id as id, s.successor_id as successor from directory.successors_on($2) s
        where s.department_id = any($1::uuid[])`,
      [departmentIds, day],
    );
    return new Map(found.map(({ id, successor }) => [id, successor]));
  }

  /** Of each department: the bureau's coordinating division, if the bureau names one. */
  async coordinatingDivisions(sql: Sql, departmentIds: readonly string[]): Promise<Map<string, string>> {
    const found = await rows<{ of: string; division: string }>(
      sql,
      `select distinct on (c.descendant_id) c.descendant_id as of, b.coordinating_division_id as division
         from directory.department_closure c
         join directory.department b on b.id = c.ancestor_id and b.coordinating_division_id is not null
        where c.descendant_id = any($1::uuid[])
        order by c.descendant_id, c.depth`,
      [departmentIds],
    );
    return new Map(found.map((row) => [row.of, row.division]));
  }

  departmentsByOffice(
    sql: Sql,
    offices: readonly string[],
  ): Promise<{ id: string; code: string; office: string; name: string }[]> {
    return rows(
      sql,
      'select id, code, office, name from directory.department where office = any($1::text[]) and valid_to is null order by code',
      [offices],
    );
  }

  departmentByCode(sql: Sql, code: string): Promise<{ id: string; name: string } | undefined> {
    return firstRow(sql, 'select id, name from directory.department where code = $1', [code]);
  }

  /** Rebuilds the closure table from the tree; called after any change of departments. */
  async rebuildClosure(sql: Sql): Promise<void> {
    await rows(sql, 'delete from directory.department_closure');
    await rows(
      sql,
      `insert into directory.department_closure (ancestor_id, descendant_id, depth)
       with recursive line as (
         select id as ancestor, id as descendant, 0 as depth from directory.department
         union all
         select d.parent_id, l.descendant, l.depth + 1
           from line l join directory.department d on d.id = l.ancestor
          where d.parent_id is not null and l.depth < 50
       ) select ancestor, descendant, depth from line`,
    );
  }
}
