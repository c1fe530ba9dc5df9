import { Injectable } from '@nestjs/common';
import { firstRow, rows, type Sql } from '#database';
import type { LetterState } from './letter.codes.js';

/** A letter that a decision does not fit. */
export interface UnfitLetter {
  readonly id: string;
  readonly state: LetterState;
}

interface Decided {
  readonly changed: number;
  readonly unfit: readonly UnfitLetter[];
}

/** All or nothing: one letter that does not fit leaves the others as they are. */
const decided = (set: string, fits: string): string => `
  with asked as (select l.id, l.state from notice.letter l where l.id = any($1::uuid[]) order by l.id for update),
  unfit as (select a.id, a.state from asked a where not (${fits})),
  changed as (
    update notice.letter l set ${set} from asked a where l.id = a.id and not exists (select 1 from unfit) returning l.id
  ) select (select count(*)::int from changed) as changed,
           coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'state', u.state)) from unfit u), '[]') as unfit`;

/** Tries so far are kept and count no longer; nobody's late answer settles it any more. What came back was not sent. */
const SET_AGAIN = `state = 'planned', not_before = now(), claim_id = null, lease_until = null, tries_before = l.tries,
  sent_at = case when l.bounced_at is null then l.sent_at end, bounced_at = null, bounce_answer = null`;

const TOLD_WITH = '後の日のメールにまとめました（told with the letter of a later day）: ';
/** The day's ordinary letter of a person, or what they were asked for on it, waiting. */
const OF_A_DAY = `l.state = 'planned' and l.copy_of is null and (l.kind = 'request' or (l.kind in ('daily', 'digest') and l.occasion = ''))`;
/** The two are not put together. */
const ASKED = `l.kind = 'request'`;
/** Two notices of one thing make one line of a letter: what is late needs no reminder, what comes twice is said once. */
const ONE_LINE = `case when n.kind in ('reminder', 'overdue') then 'due' else n.kind end, n.subject_id,
  case when n.kind in ('cycle_opened', 'stage_opened', 'due_moved') then n.period end`;

/** What a person decides about letters, each decision one statement. */
@Injectable()
export class LetterDecisionStore {
  /** Has letters sent again; those that are on their way anyway do not fit. */
  async sendAgain(sql: Sql, ids: readonly string[]): Promise<Decided> {
    const row = await firstRow<Decided>(sql, decided(SET_AGAIN, `a.state not in ('planned', 'sending')`), [
      ids,
    ]);
    return row ?? { changed: 0, unfit: [] };
  }

  async sendAllAgain(
    sql: Sql,
    filter: { state: 'failed' | 'uncertain'; kind: string | null; day: string | null },
  ): Promise<number> {
    const changed = await rows(
      sql,
      `update notice.letter l set ${SET_AGAIN}
        where l.state = $1 and ($1 <> 'uncertain' or l.not_before = 'infinity')
          and ($2::text is null or l.kind = $2) and ($3::date is null or l.day = $3) returning l.id`,
      [filter.state, filter.kind, filter.day],
    );
    return changed.length;
  }

  /** Letters of which nobody knew are known to have arrived. */
  async arrived(sql: Sql, ids: readonly string[]): Promise<Decided> {
    const row = await firstRow<Decided>(
      sql,
      decided(
        `state = 'sent', claim_id = null, sent_at = (select max(t.began_at) from notice.letter_try t where t.letter_id = l.id)`,
        `a.state = 'uncertain'`,
      ),
      [ids],
    );
    return row ?? { changed: 0, unfit: [] };
  }

  /**
   * Of the ordinary letters of several days that wait for a person only the newest goes, and so of what they were asked for:
   * it tells the news of the older ones too, as the facts are now, and is a digest when one of them was; so are its copies.
   * What a worker takes at this moment leaves as it is. @returns how many are not needed any more
   */
  async mergeOlder(sql: Sql): Promise<number> {
    const merged = await rows(
      sql,
      `with waiting as materialized (
         select l.id, count(*) over (partition by l.recipient_id, ${ASKED}) as days from notice.letter l where ${OF_A_DAY}
       ), held as materialized (
         select l.id, l.recipient_id, l.kind, ${ASKED} as asked, l.day from notice.letter l
          where l.id in (select id from waiting where days > 1) and ${OF_A_DAY} for update skip locked
       ), newest as (
         select distinct on (recipient_id, asked) recipient_id, asked, id, day from held order by recipient_id, asked, day desc, id
       ), older as (
         select l.id, l.kind, w.id as into_id, w.day as into_day, l.day
           from held l join newest w on w.recipient_id = l.recipient_id and w.asked = l.asked and w.day > l.day
       ), line as (
         select n.id, n.letter_id, m.into_id,
                row_number() over (partition by m.into_id, ${ONE_LINE} order by m.day desc, n.id) as place
           from (select id, into_id, day from older union all
                 select w.id, w.id, w.day from newest w where w.id in (select into_id from older)) m
           join notice.notice n on n.letter_id = m.id
       ), moved as (
         update notice.notice n set letter_id = line.into_id
           from line where n.id = line.id and line.place = 1 and line.letter_id <> line.into_id
       ), weekly as (
         update notice.letter l set kind = 'digest'
           from older o where o.kind = 'digest' and (l.id = o.into_id or l.copy_of = o.into_id)
            and l.kind = 'daily' and l.state = 'planned'
       ) update notice.letter l set state = 'not_needed', server_answer = $1 || o.into_day
           from older o where (l.id = o.id or l.copy_of = o.id) and l.state = 'planned' returning l.id`,
      [TOLD_WITH],
    );
    return merged.length;
  }
}
