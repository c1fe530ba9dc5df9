import { Injectable } from '@nestjs/common';
import { Database, firstRow } from '#database';
import { decidesAt, type Scope } from '#directory';
import { COUNTS, PLAN_ORDER, readable, SHEET_FROM, SHEET_JOINS } from '#review';
import {
  COVERED,
  holdsAll,
  holdsWord,
  LEVEL,
  RANK,
  SECTION_WORDS,
  SHEET_WORDS,
  sliceOf,
  WORDS,
} from './search.sql.js';
import type { Found, Slice } from './search.types.js';

const TITLE = 'coalesce(i.text, n.name, s.title)';
/** What the report of a section prints of an item's approved sheets. */
const PRINTED = `concat_ws(E'\\x1f', ts.answers->>'results', ts.answers->>'issues')`;

/** Queries on what was written into sheets, and on the reports that are made of them. */
@Injectable()
export class SheetSearchStore {
  constructor(private readonly database: Database) {}

  /** Sheets the scope may read in whose answers all words stand; the newest first after those whose title has them too. */
  async sheets(
    scope: Scope,
    words: readonly string[],
    planId: string,
    { limit, offset }: Slice,
  ): Promise<Found> {
    const found = await firstRow<Found>(
      this.database.pool,
      `with entry as (
         select 'sheet' as type, ts.id as key, s.key as "sectionKey", coalesce(i.marker, '') as marker, ${TITLE} as title,
                t.subject_kind as "subjectKind",
                plan.printed_number(s.level, s.number) || ' ' || s.title
                  || case when p.id is null then '' else ' ＞ (' || p.number || ') ' || p.title end as place,
                c.fiscal_year as "fiscalYear", ts.stage, ts.state, d.name as "departmentName",
                (search.plain(${TITLE}) !~ all (search.patterns($1::text[], 0)))::int as rank,
                row_number() over (order by c.fiscal_year desc, ${PLAN_ORDER}) as sort
           from ${SHEET_FROM}
          where c.plan_id = $4 and ts.answers <> '{}' and ${holdsAll(SHEET_WORDS)} and ${COUNTS}
            and ${readable({ writes: '$5', reads: '$6', posts: '$7' })}
       ) ${sliceOf('rank, sort', `(select ${SHEET_WORDS} from review.task_stage ts where ts.id = slice.key)`)}`,
      [words, limit, offset, planId, scope.writes, scope.reads, decidesAt(scope)],
    );
    return found ?? { total: 0, rows: [] };
  }

  /**
   * 節別報告書 of the years that have sheets: by the section's name, by what is printed of approved sheets, and by what
   * management decided.
   */
  async reports(words: readonly string[], planId: string, { limit, offset }: Slice): Promise<Found> {
    const found = await firstRow<Found>(
      this.database.pool,
      `with ${WORDS}, written as materialized (
         select ts.id, word.at from word join review.task_stage ts on ${holdsWord(SHEET_WORDS)}
          where ts.answers <> '{}' and ts.state = 'approved' and ts.stage in ('check', 'act', 'review')
       ), hit as (
         select s.id as section_id, c.fiscal_year, word.at, ${LEVEL.title} as level, null::text as text
           from word join plan.section s on ${holdsWord(SECTION_WORDS)} and s.plan_id = $4 and not s.withdrawn
           cross join cycle.review_cycle c
          where c.plan_id = $4 and c.state <> 'draft'
            and exists (select 1 from review.annual_task t where t.cycle_id = c.id)
         union all
         select s.id, c.fiscal_year, word.at, ${LEVEL.text}, x.text
           from written word join review.task_stage ts on ts.id = word.id ${SHEET_JOINS}
           cross join lateral (select case ts.stage when 'review' then ${SHEET_WORDS} else ${PRINTED} end as text) x
          where c.plan_id = $4 and c.state <> 'draft' and ${COUNTS}
            and (ts.stage = 'review' or t.subject_kind = 'item' and ts.stage in ('check', 'act')
                 and search.plain(x.text) ~ all (search.patterns(array[($1::text[])[word.at::int]], 0)))
         union all
         select md.section_id, c.fiscal_year, word.at, ${LEVEL.text}, md.text
           from word join report.management_decision md on ${holdsWord('md.text')}
           join cycle.review_cycle c on c.id = md.cycle_id and c.plan_id = $4
       ), entry as (
         select 'report' as type, s.key, s.key as "sectionKey", '' as marker, '' as place, h.fiscal_year as "fiscalYear",
                plan.printed_number(s.level, s.number) || ' ' || s.title as title, h.rank, h.text as hit_text, s.sort
           from (select section_id, fiscal_year, ${RANK} as rank, min(text) as text from hit
                  group by section_id, fiscal_year having ${COVERED}) h
           join plan.section s on s.id = h.section_id
       ) ${sliceOf('rank, "fiscalYear" desc, sort', 'slice.hit_text')}`,
      [words, limit, offset, planId],
    );
    return found ?? { total: 0, rows: [] };
  }
}
