import { Injectable } from '@nestjs/common';
import { Database, firstRow } from '#database';

/** Letters that came back, in the ledger. */
@Injectable()
export class BounceStore {
  constructor(private readonly database: Database) {}

  /**
   * A failure has the letter failed, once; a delay is only noted. A letter that is under way again is left to its new try.
   * Answers whether something changed, or nothing when there is no such letter.
   */
  async record(letterId: string, failed: boolean, answer: string): Promise<boolean | undefined> {
    const row = await firstRow<{ changed: boolean }>(
      this.database.pool,
      `with told as (
         update notice.letter l
            set state = case when $2 then 'failed' else l.state end, bounce_answer = $3, claim_id = null,
                bounced_at = case when $2 then clock_timestamp() end
          where l.id = $1 and l.state in ('sent', 'uncertain') and l.bounced_at is null
            and ($2 or l.bounce_answer is distinct from $3) returning l.id
       ), tried as (
         update notice.letter_try t set outcome = 'bounced', answer = $3
           from told where $2 and t.letter_id = told.id
            and t.number = (select max(x.number) from notice.letter_try x where x.letter_id = $1)
       ) select exists (select 1 from told) as changed from notice.letter l where l.id = $1`,
      [letterId, failed, answer],
    );
    return row?.changed;
  }
}
