import { Injectable } from '@nestjs/common';
import { Database, firstRow, rows } from '#database';
import { decidesAt, type Scope } from '#directory';
import { departmentOf } from '../person.sql.js';
import type { Stage } from '../review.types.js';
import { readable, SHEET_JOINS, SUBJECT_JSON } from '../sheet.sql.js';
import type { Subject } from '../sheet.store.js';
import type { TodayCell } from '../today-counts.rules.js';
import type { Mentioned } from './comment.rules.js';

export interface MentionRecord {
  readonly commentId: string;
  readonly taskStageId: string;
  readonly stage: Stage;
  readonly fiscalYear: number;
  readonly subject: Subject;
  readonly departmentName: string;
  readonly authorName: string;
  readonly authorDepartment: string | null;
  readonly body: string;
  readonly mentions: readonly Mentioned[];
  readonly writtenOn: string;
  readonly total: number;
}

/** What speaks to a person and was not opened yet, on sheets they may still read. */
const UNREAD = `review.mention x
  join review.comment m on m.id = x.comment_id
  join review.task_stage ts on ts.id = m.task_stage_id ${SHEET_JOINS}
 where x.person_id = $1 and x.read_at is null and ${readable({ reads: '$2', writes: '$3', posts: '$4' })}`;

const asked = (scope: Scope): unknown[] => [scope.personId, scope.reads, scope.writes, decidesAt(scope)];

/** Queries on unread mentions, for Today and the menu. */
@Injectable()
export class MentionStore {
  constructor(private readonly database: Database) {}

  async count(scope: Scope): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from ${UNREAD}`,
      asked(scope),
    );
    return row?.n ?? 0;
  }

  cells(scope: Scope): Promise<TodayCell<'mentions'>[]> {
    return rows(
      this.database.pool,
      `select 'mentions' as kind, ts.stage, count(*)::int as count from ${UNREAD} group by ts.stage`,
      asked(scope),
    );
  }

  page(scope: Scope, stage: Stage | null, page: number, pageSize: number): Promise<MentionRecord[]> {
    return rows(
      this.database.pool,
      `select m.id as "commentId", ts.id as "taskStageId", ts.stage, c.fiscal_year as "fiscalYear",
              ${SUBJECT_JSON} as subject, d.name as "departmentName", au.name as "authorName",
              ${departmentOf('au.id', 'm.written_on')} as "authorDepartment", m.body, m.written_on as "writtenOn",
              coalesce((select jsonb_agg(jsonb_build_object('personId', mp.id, 'name', mp.name,
                         'departmentName', ${departmentOf('mp.id', 'm.written_on')}))
                 from review.mention y join directory.person mp on mp.id = y.person_id where y.comment_id = m.id), '[]') as mentions,
              u.total
         from (select m.id as comment_id, count(*) over ()::int as total from ${UNREAD}
                  and ($5::text is null or ts.stage = $5)
                order by m.written_at desc, m.id limit $6 offset $7) u
         join review.comment m on m.id = u.comment_id
         join review.task_stage ts on ts.id = m.task_stage_id ${SHEET_JOINS}
         join directory.person au on au.id = m.author_id
        order by m.written_at desc, m.id`,
      [...asked(scope), stage, pageSize, (page - 1) * pageSize],
    );
  }
}
