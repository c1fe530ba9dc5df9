import { Injectable, Module } from '@nestjs/common';
import { Database, firstRow } from '#database';
import { type DeliveryReport, readDeliveryReport } from '#mail';
import { letterIdOf } from './message-id.js';

/** What a message to the bounce address was: a report of one of our letters, known already, or nothing for us. */
export type BounceResult =
  | { readonly kind: 'not_a_report' }
  | { readonly kind: 'not_ours'; readonly messageId: string }
  | { readonly kind: 'failed' | 'delayed' | 'known_already'; readonly letterId: string };

/** Records that a letter which the mail server took could not be delivered after all. */
@Injectable()
export class BounceService {
  constructor(private readonly database: Database) {}

  async take(message: Buffer | string): Promise<BounceResult> {
    const report = await readDeliveryReport(message);
    if (!report) return { kind: 'not_a_report' };
    const letterId = letterIdOf(report.messageId);
    if (letterId === undefined) return { kind: 'not_ours', messageId: report.messageId };
    const known = await this.record(letterId, report);
    if (known === undefined) return { kind: 'not_ours', messageId: report.messageId };
    return { kind: known ? report.action : 'known_already', letterId };
  }

  /**
   * A failure has the letter failed, once; a delay is only noted. A letter that is under way again is left to its new try.
   * Answers whether something changed, or nothing when there is no such letter.
   */
  private async record(letterId: string, report: DeliveryReport): Promise<boolean | undefined> {
    const answer = [report.status, report.diagnostic].filter((part) => part !== '').join(' ');
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
      [letterId, report.action === 'failed', answer],
    );
    return row?.changed;
  }
}

/** For whoever only records what came back: the worker's receiver, the command line. */
@Module({ providers: [BounceService], exports: [BounceService] })
export class BounceModule {}
