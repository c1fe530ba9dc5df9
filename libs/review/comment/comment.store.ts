import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import { inBothKana, likeable } from '#directory';
import type { Stage } from '../review.types.js';
import { departmentOf } from '../person.sql.js';
import type { Mentioned } from './comment.rules.js';
import type { mentionableSchema } from './comment.schemas.js';
import { SHEET_READERS } from './sheet-readers.sql.js';

export interface CommentRow {
  readonly id: string;
  readonly taskStageId: string;
  readonly stage: Stage;
  readonly authorId: string;
  readonly authorName: string;
  readonly authorDepartment: string | null;
  readonly body: string;
  readonly writtenOn: string;
  readonly writtenAt: Date;
  readonly editedAt: Date | null;
  readonly removedAt: Date | null;
  readonly version: number;
  readonly mentions: readonly Mentioned[];
  readonly toMe: boolean;
  readonly unread: boolean;
}

type Mentionable = z.infer<typeof mentionableSchema>['rows'][number];

export interface MentionSearch {
  readonly sheetId: string;
  readonly personId: string;
  readonly today: string;
  /** Part of a name, its kana or a department. */
  readonly words: string;
  readonly most: number;
}

const SELECT = `select m.id, m.task_stage_id as "taskStageId", ts.stage, m.author_id as "authorId", p.name as "authorName",
       ${departmentOf('p.id', 'm.written_on')} as "authorDepartment", m.body, m.written_on as "writtenOn",
       m.written_at as "writtenAt", m.edited_at as "editedAt", m.removed_at as "removedAt", m.version,
       coalesce((select jsonb_agg(jsonb_build_object('personId', mp.id, 'name', mp.name,
                  'departmentName', ${departmentOf('mp.id', 'm.written_on')}))
          from review.mention x join directory.person mp on mp.id = x.person_id where x.comment_id = m.id), '[]') as mentions,
       me.person_id is not null as "toMe", me.person_id is not null and me.read_at is null as unread
  from review.comment m
  join review.task_stage ts on ts.id = m.task_stage_id
  join directory.person p on p.id = m.author_id
  left join review.mention me on me.comment_id = m.id and me.person_id = $2`;

/** Every query on コメント. Who may read the sheet has been asked before. */
@Injectable()
export class CommentStore {
  constructor(private readonly database: Database) {}

  /** How many there are, and how many of them speak to a person who has not opened them. */
  async sums(taskId: string, personId: string): Promise<{ total: number; unread: number }> {
    const row = await firstRow<{ total: number; unread: number }>(
      this.database.pool,
      `select count(*)::int as total, count(*) filter (where me.person_id is not null and me.read_at is null)::int as unread
         from review.comment m left join review.mention me on me.comment_id = m.id and me.person_id = $2
        where m.task_id = $1`,
      [taskId, personId],
    );
    return row ?? { total: 0, unread: 0 };
  }

  page(taskId: string, personId: string, page: number, pageSize: number): Promise<CommentRow[]> {
    return rows(
      this.database.pool,
      `${SELECT} where m.task_id = $1 order by m.written_at desc, m.id desc limit $3 offset $4`,
      [taskId, personId, pageSize, (page - 1) * pageSize],
    );
  }

  /** One comment of the task, locked until the transaction ends. */
  lock(sql: Sql, taskId: string, personId: string, id: string): Promise<CommentRow | undefined> {
    return firstRow(sql, `${SELECT} where m.task_id = $1 and m.id = $3 for update of m`, [
      taskId,
      personId,
      id,
    ]);
  }

  /** The id of the new comment; nothing when its author wrote one with this key before. */
  async add(
    sql: Sql,
    comment: {
      taskId: string;
      taskStageId: string;
      authorId: string;
      key: string;
      body: string;
      writtenOn: string;
    },
  ): Promise<string | undefined> {
    const row = await firstRow<{ id: string }>(
      sql,
      `insert into review.comment (task_id, task_stage_id, author_id, key, body, written_on)
       values ($1, $2, $3, $4, $5, $6) on conflict (author_id, key) do nothing returning id`,
      [comment.taskId, comment.taskStageId, comment.authorId, comment.key, comment.body, comment.writtenOn],
    );
    return row?.id;
  }

  /** What an author wrote with a key that is taken, on whichever sheet. */
  writtenWith(sql: Sql, authorId: string, key: string): Promise<CommentRow | undefined> {
    return firstRow(sql, `${SELECT} where m.author_id = $1 and m.key = $3`, [authorId, authorId, key]);
  }

  async change(sql: Sql, id: string, body: string): Promise<void> {
    await rows(
      sql,
      `update review.comment set body = $2, edited_at = clock_timestamp(), version = version + 1 where id = $1`,
      [id, body],
    );
  }

  async remove(sql: Sql, id: string): Promise<void> {
    await rows(
      sql,
      `with gone as (delete from review.mention where comment_id = $1)
       update review.comment set body = '', removed_at = clock_timestamp(), version = version + 1 where id = $1`,
      [id],
    );
  }

  /** Who is mentioned now: newcomers have not read it, those who stay keep what they read, the author has. */
  async mention(sql: Sql, id: string, authorId: string, personIds: readonly string[]): Promise<void> {
    await rows(
      sql,
      `with gone as (delete from review.mention where comment_id = $1 and person_id <> all($3::uuid[]))
       insert into review.mention (comment_id, person_id, read_at)
       select $1, x.id, case when x.id = $2 then clock_timestamp() end from unnest($3::uuid[]) as x(id)
       on conflict (comment_id, person_id) do nothing`,
      [id, authorId, personIds],
    );
  }

  /** Marks what speaks to a person on one task as read. */
  async markTaskRead(sql: Sql, personId: string, taskId: string): Promise<void> {
    await rows(
      sql,
      `update review.mention x set read_at = clock_timestamp() from review.comment m
        where m.id = x.comment_id and m.task_id = $2 and x.person_id = $1 and x.read_at is null`,
      [personId, taskId],
    );
  }

  async markRead(sql: Sql, personId: string, commentIds: readonly string[]): Promise<void> {
    await rows(
      sql,
      `update review.mention set read_at = clock_timestamp()
        where person_id = $1 and comment_id = any($2::uuid[]) and read_at is null`,
      [personId, commentIds],
    );
  }

  /** Those of some people who are of the house and in office, and whether each may read the sheet. */
  named(
    sql: Sql,
    sheetId: string,
    today: string,
    personIds: readonly string[],
  ): Promise<{ id: string; name: string; reads: boolean }[]> {
    return rows(
      sql,
      `with ${SHEET_READERS}
       select p.id, p.name, r.person_id is not null as reads
         from directory.person p left join reader r on r.person_id = p.id
        where p.id = any($3::uuid[]) and exists (${INSIDER})`,
      [sheetId, today, personIds],
    );
  }

  /** People of the house by name, kana or department, those who may read the sheet first. */
  mentionable(search: MentionSearch): Promise<Mentionable[]> {
    const words = likeable(search.words);
    return rows(
      this.database.pool,
      `with ${SHEET_READERS},
       main as (
         select distinct on (seat.person_id) seat.person_id, seat.post_id, d.id as department_id, d.name, d.sort
           from seat join directory.department d on d.id = seat.department_id and d.kind <> 'partner'
          where seat.role is distinct from 'evaluator'
          order by seat.person_id, seat.kind <> 'main', d.sort),
       found as (
         select p.id, p.name, p.kana, main.post_id, main.name as department, r.person_id is not null as reads,
                row_number() over (order by r.person_id is null, main.department_id <> sheet.department_id, main.sort, p.kana,
                  p.staff_number) as at
           from main cross join sheet join directory.person p on p.id = main.person_id
           left join reader r on r.person_id = p.id
          where p.id <> $3
            and case when $4 = '' then r.person_id is not null
                     else replace(replace(p.name, ' ', ''), '　', '') ilike '%' || $4 || '%'
                       or replace(replace(p.kana, ' ', ''), '　', '') ilike any ($6::text[])
                       or main.name ilike '%' || $4 || '%' end
          order by at limit $5)
       select f.id as "personId", f.name, f.department as "departmentName", tp.title, f.reads
         from found f join directory.titled_post tp on tp.id = f.post_id order by f.at`,
      [search.sheetId, search.today, search.personId, words, search.most, inBothKana(words)],
    );
  }
}

const INSIDER = `select 1 from directory.holders_on($2::date) h join directory.department d on d.id = h.department_id
   join directory.post po on po.id = h.post_id
  where h.person_id = p.id and d.kind <> 'partner' and po.role is distinct from 'evaluator'`;
