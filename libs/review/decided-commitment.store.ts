import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';

/** A promise that management decided: who of the item's department does what until when. */
export interface DecidedCommitment {
  readonly itemId: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
}

export interface StoredCommitment extends DecidedCommitment {
  readonly id: string;
  /** A sheet has answered it: from then on it is the department's, and its words stay. */
  readonly answered: boolean;
}

interface Decided {
  readonly fiscalYear: number;
  readonly decidedOn: string;
  /** The day on which it is entered. */
  readonly today: string;
}

/** Promises that come from decisions of management; they wait in the same stages as those of an Act of the year. */
@Injectable()
export class DecidedCommitmentStore {
  /** Locks promises, so that none is answered while it is corrected. */
  async locked(sql: Sql, ids: readonly string[]): Promise<StoredCommitment[]> {
    await rows(sql, 'select id from review.commitment where id = any($1::uuid[]) order by id for update', [
      ids,
    ]);
    return rows(
      sql,
      `select m.id, m.item_id as "itemId", m.what, m.who, m.due_on as "dueOn",
              exists (select 1 from review.commitment_answer x where x.commitment_id = m.id) as answered
         from review.commitment m where m.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Makes promises of a decision; answers their ids. */
  async make(
    sql: Sql,
    decided: Decided,
    commitments: readonly (DecidedCommitment & { readonly position: number })[],
  ): Promise<string[]> {
    if (commitments.length === 0) return [];
    const made = await rows<{ id: string }>(
      sql,
      `insert into review.commitment (position, item_id, made_in_fiscal_year, decided_on, worded_on, what, who, due_on)
       select r.position, r."itemId", $2, $3, $4, r.what, r.who, r."dueOn"
         from jsonb_to_recordset($1::jsonb) as r(position int, "itemId" uuid, what text, who text, "dueOn" date)
       returning id`,
      [JSON.stringify(commitments), decided.fiscalYear, decided.decidedOn, decided.today],
    );
    return made.map(({ id }) => id);
  }

  /** Brings promises to what the corrected decision says; `locked` has proved that they may change. */
  async mend(
    sql: Sql,
    { decidedOn, today }: Omit<Decided, 'fiscalYear'>,
    commitments: readonly (DecidedCommitment & { readonly id: string; readonly position: number })[],
  ): Promise<void> {
    if (commitments.length === 0) return;
    await rows(
      sql,
      `update review.commitment m
          set position = r.position, item_id = r."itemId", what = r.what, who = r.who, due_on = r."dueOn", decided_on = $2,
              -- Only what says something else is news.
              worded_on = case when (m.item_id, m.what, m.who, m.due_on) = (r."itemId", r.what, r.who, r."dueOn")
                               then m.worded_on else $3 end
         from jsonb_to_recordset($1::jsonb)
           as r(id uuid, position int, "itemId" uuid, what text, who text, "dueOn" date)
        where m.id = r.id`,
      [JSON.stringify(commitments), decidedOn, today],
    );
  }

  /** Takes back promises that nobody has answered. */
  async takeBack(sql: Sql, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await rows(sql, 'delete from review.commitment where id = any($1::uuid[])', [ids]);
  }
}
