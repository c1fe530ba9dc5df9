import { Injectable } from '@nestjs/common';
import { Database, firstRow, type Sql } from '#database';
import {
  type HeldPost,
  levelAmong,
  MANAGERS,
  type Scope,
  type StandInPost,
  scopeFrom,
  WRITE_BELOW,
} from './scope.rules.js';

/** What a person may see and do on a day, read from the posts. */
@Injectable()
export class ScopeStore {
  constructor(private readonly database: Database) {}

  /** All posts a person holds or stands in at on a date, the departments these let them read, in one statement. */
  async scopeOf(personId: string, date: string, sql: Sql = this.database.pool): Promise<Scope> {
    const row = await firstRow<{
      posts: HeldPost[];
      readable: string[];
      subtrees: Record<string, string[]>;
      standsInAt: StandInPost[];
    }>(
      sql,
      `with held as (
         select po.id as post_id, po.department_id, d.name as department_name, po.level, po.title, po.role, h.kind, d.kind = 'partner' as partner
           from directory.holders_on($2) h
           join directory.post po on po.id = h.post_id
           join directory.department d on d.id = po.department_id
          where h.person_id = $1
       ), roots as (
         select department_id as id from held
          where ${levelAmong('level', MANAGERS)}
         union select b.id from directory.department b join held on b.coordinating_division_id = held.department_id
       )
       select coalesce((select jsonb_agg(jsonb_build_object(
                'postId', post_id, 'departmentId', department_id, 'departmentName', department_name,
                'level', level, 'title', title, 'role', role, 'kind', kind, 'partner', partner)
                order by (kind = 'main') desc, kind, department_name) from held), '[]') as posts,
              coalesce((select jsonb_agg(distinct x.id) from (
                select c.descendant_id as id from directory.department_closure c join roots r on r.id = c.ancestor_id
                union select department_id from held) x), '[]') as readable,
              coalesce((select jsonb_object_agg(s.id, s.list) from (
                select c.ancestor_id as id, jsonb_agg(c.descendant_id) as list from directory.department_closure c
                 where c.ancestor_id in (select department_id from held
                   where ${levelAmong('level', WRITE_BELOW)})
                 group by c.ancestor_id) s), '{}') as subtrees,
              coalesce((select jsonb_agg(jsonb_build_object('postId', s.post_id, 'title', tp.title, 'personId', p.id,
                'personName', p.name, 'until', s.until) order by p.kana, tp.title)
                from directory.stand_ins_on($2) s join directory.titled_post tp on tp.id = s.post_id
                join directory.person p on p.id = s.principal_id where s.person_id = $1), '[]') as "standsInAt"`,
      [personId, date],
    );
    return scopeFrom(
      personId,
      date,
      row?.posts ?? [],
      row?.readable ?? [],
      row?.subtrees ?? {},
      row?.standsInAt,
    );
  }
}
