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

/** Tries so far are kept and count no longer; nobody's late answer settles it any more. */
const SET_AGAIN = `state = 'planned', not_before = now(), claim_id = null, lease_until = null, tries_before = l.tries,
  bounced_at = null, bounce_answer = null`;

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
}
