import { Injectable } from '@nestjs/common';
import { Database, firstRow } from '#database';
import { COVERED, holdsWord, ITEM_WORDS, LEVEL, RANK, SECTION_WORDS, sliceOf, WORDS } from './search.sql.js';
import type { Found, Slice } from './search.types.js';

const { title, text, place } = LEVEL;

/** Entries of the plan in force and the words that stand in each, in its departments' names and in what it belongs to. */
const HITS = `
  section_hit as (
    select s.id, word.at from word join plan.section s on ${holdsWord(SECTION_WORDS)}
     where s.plan_id = $4 and not s.withdrawn),
  program_hit as (
    select p.id, word.at from word join plan.program p on ${holdsWord('p.title')} where not p.withdrawn),
  assigned as (
    select a.item_id, a.indicator_id, a.section_id, word.at
      from word join directory.department d on ${holdsWord('d.name')}
      join plan.assignments_in($5) a on a.department_id = d.id),
  hit as (
    select 'section' as type, id, at, ${title} as level from section_hit
    union all
    select 'section', s.id, word.at, ${text} from word join plan.section s on ${holdsWord('s.background')}
    union all
    select 'section', section_id, at, ${text} from assigned where section_id is not null
    union all
    select 'policy', b.id, word.at, ${title} from word join plan.basic_policy b on ${holdsWord('b.text')}
    union all
    select 'program', id, at, ${title} from program_hit
    union all
    select 'item', i.id, word.at, ${title} from word join plan.program_item i on ${holdsWord(ITEM_WORDS)}
    union all
    select 'item', item_id, at, ${text} from assigned where item_id is not null
    union all
    select 'indicator', n.id, word.at, ${title} from word join plan.indicator n on ${holdsWord('n.name')}
    union all
    select 'indicator', n.id, word.at, ${text} from word join plan.indicator n on ${holdsWord('n.note')}
    union all
    select 'indicator', indicator_id, at, ${text} from assigned where indicator_id is not null
    union all
    select 'policy', b.id, h.at, ${place} from section_hit h join plan.basic_policy b on b.section_id = h.id
    union all
    select 'program', p.id, h.at, ${place} from section_hit h join plan.program p on p.section_id = h.id
    union all
    select 'indicator', n.id, h.at, ${place} from section_hit h join plan.indicator n on n.section_id = h.id
    union all
    select 'item', i.id, h.at, ${place} from program_hit h join plan.program_item i on i.program_id = h.id
    union all
    select 'item', i.id, h.at, ${place}
      from section_hit h join plan.program p on p.section_id = h.id join plan.program_item i on i.program_id = p.id),
  covered as (select type, id, ${RANK} as rank from hit group by type, id having ${COVERED})`;

/** Entries by their key. */
const NAMED = `
  hit as (
    select 'program' as type, p.id, word.at, ${title} as level from word join plan.program p on p.key = word.w
    union all
    select 'item', i.id, word.at, ${title} from word join plan.program_item i on i.key = word.w
    union all
    select 'item', i.id, word.at, ${text}
      from word join plan.program p on p.key = word.w join plan.program_item i on i.program_id = p.id),
  covered as (select type, id, ${RANK} as rank from hit group by type, id having ${COVERED})`;

interface InForce {
  readonly id: string;
  readonly fiscalYear: number;
}

const SECTION_LABEL = `plan.printed_number(s.level, s.number) || ' ' || s.title`;

/** Background or note of a found entry, and the departments that do it. */
const TEXT = `(
  select concat_ws(E'\\x1f',
    (select s.background from plan.section s where slice.type = 'section' and s.id = slice.id),
    (select n.note from plan.indicator n where slice.type = 'indicator' and n.id = slice.id),
    (select string_agg(d.name, '、' order by a.role, d.code)
       from plan.assignments_in($5) a join directory.department d on d.id = a.department_id
      where case slice.type when 'item' then a.item_id when 'indicator' then a.indicator_id else a.section_id end = slice.id)))`;

/** Queries on the texts of the plan. */
@Injectable()
export class PlanSearchStore {
  constructor(private readonly database: Database) {}

  /** Entries in which all words stand. */
  find(words: readonly string[], plan: InForce, slice: Slice): Promise<Found> {
    return this.ask(HITS, words, plan, slice);
  }

  /** The item with a key, or the program with it and its items. */
  named(key: string, plan: InForce, slice: Slice): Promise<Found> {
    return this.ask(NAMED, [key], plan, slice);
  }

  private async ask(
    hits: string,
    words: readonly string[],
    plan: InForce,
    { limit, offset }: Slice,
  ): Promise<Found> {
    const found = await firstRow<Found>(
      this.database.pool,
      `with ${WORDS}, ${hits}, entry as (
         select c.type, c.id, c.rank, s.sort as section_sort, x.sort, x.key, s.key as "sectionKey", x.marker, x.title, x.place
           from covered c
           cross join lateral (
             select s.id as section_id, s.key, '' as marker, ${SECTION_LABEL} as title, '' as place, 0 as sort
               from plan.section s where c.type = 'section' and s.id = c.id
             union all
             select b.section_id, b.number, b.number, b.text, ${SECTION_LABEL}, 1 + b.sort
               from plan.basic_policy b join plan.section s on s.id = b.section_id where c.type = 'policy' and b.id = c.id
             union all
             select n.section_id, n.key, '', n.name, ${SECTION_LABEL}, 1000 + n.sort
               from plan.indicator n join plan.section s on s.id = n.section_id
              where c.type = 'indicator' and n.id = c.id and not n.withdrawn
             union all
             select p.section_id, p.key, '(' || p.number || ')', p.title, ${SECTION_LABEL}, 10000 * (1 + p.sort)
               from plan.program p join plan.section s on s.id = p.section_id
              where c.type = 'program' and p.id = c.id and not p.withdrawn
             union all
             select p.section_id, i.key, i.marker, i.text, ${SECTION_LABEL} || ' ＞ (' || p.number || ') ' || p.title,
                    10000 * (1 + p.sort) + 1 + i.sort
               from plan.program_item i join plan.program p on p.id = i.program_id and not p.withdrawn
               join plan.section s on s.id = p.section_id
              where c.type = 'item' and i.id = c.id and not i.withdrawn) x
           join plan.section s on s.id = x.section_id and s.plan_id = $4 and not s.withdrawn
       ) ${sliceOf('rank, section_sort, sort', TEXT)}`,
      [words, limit, offset, plan.id, plan.fiscalYear],
    );
    return found ?? { total: 0, rows: [] };
  }
}
