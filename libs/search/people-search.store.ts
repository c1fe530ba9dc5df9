import { Injectable } from '@nestjs/common';
import { Database, firstRow } from '#database';
import { COVERED, holdsWord, LEVEL, PERSON_WORDS, RANK, sliceOf, WORDS } from './search.sql.js';
import type { Found, Slice } from './search.types.js';

const { title, text } = LEVEL;

const POSTS = `(select string_agg(po.title, '、' order by (h.kind = 'main') desc, h.kind, po.title)
  from directory.holders_on($4) h join directory.titled_post po on po.id = h.post_id where h.person_id = slice.key)`;

/** Queries on who works where. */
@Injectable()
export class PeopleSearchStore {
  constructor(private readonly database: Database) {}

  /** Who holds a post on a day, by name, kana, department and post; a staff number, whole and as it is written, its own person. */
  async find(words: readonly string[], day: string, { limit, offset }: Slice): Promise<Found> {
    const found = await firstRow<Found>(
      this.database.pool,
      `with ${WORDS}, hit as (
         select p.id, word.at, ${title} as level from word join directory.person p on ${holdsWord(PERSON_WORDS)}
         union all
         select p.id, word.at, ${title} from word join directory.person p on p.staff_number in (word.w, search.plain(word.w))
         union all
         select h.person_id, word.at, ${text}
           from word join directory.department d on ${holdsWord('d.name')}
           join directory.holders_on($4) h on h.department_id = d.id
         union all
         select h.person_id, word.at, ${text}
           from word join directory.post po on ${holdsWord('po.title')}
           join directory.holders_on($4) h on h.post_id = po.id
       ), entry as (
         select 'person' as type, p.id as key, p.name as title, p.email as place, '' as marker, c.rank,
                d.name as "departmentName", d.id as "departmentId", d.code as "departmentCode",
                d.sort as department_sort, p.staff_number
           from (select id, ${RANK} as rank from hit group by id having ${COVERED}) c
           join directory.person p on p.id = c.id
           cross join lateral (
             select h.department_id from directory.holders_on($4) h
              where h.person_id = p.id order by (h.kind = 'main') desc, h.department_id limit 1) post
           join directory.department d on d.id = post.department_id
       ) ${sliceOf('rank, department_sort, "departmentCode", staff_number', POSTS)}`,
      [words, limit, offset, day],
    );
    return found ?? { total: 0, rows: [] };
  }
}
