import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import type { letterRowSchema } from './notice.schemas.js';

export const LETTER_KINDS = ['daily', 'digest', 'at_once', 'summary', 'handover', 'password'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export interface ClaimedLetter {
  readonly id: string;
  /** The letter whose notices it tells: itself, or the one it copies for a delegate. */
  readonly factsId: string;
  readonly kind: LetterKind;
  readonly day: string;
  readonly tries: number;
  readonly recipientId: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'ja' | 'en';
  readonly title: string;
  /** Who is away, when this is the delegate's copy. */
  readonly principal: { readonly name: string; readonly title: string } | null;
}

export interface LetterResult {
  readonly id: string;
  readonly state: 'sent' | 'planned' | 'failed' | 'not_needed';
  readonly subject: string;
  readonly answer: string;
}

/** Title of the post for which a person gets mail: the main one on the day. */
const titleOf = (
  person: string,
): string => `coalesce((select po.title from directory.holders_on(l.day) h join directory.titled_post po on po.id = h.post_id
   where h.person_id = ${person}
   order by (h.kind = 'main') desc limit 1), '')`;

const CLAIMED = `l.id, l.kind, l.day, l.tries, l.recipient_id as "recipientId", p.name, p.email, p.language,
  ${titleOf('p.id')} as title, coalesce(l.copy_of, l.id) as "factsId",
  case when l.copy_of is null then null else (
    select jsonb_build_object('name', away.name, 'title', ${titleOf('away.id')})
      from notice.letter o join directory.person away on away.id = o.recipient_id where o.id = l.copy_of) end as principal`;

/** The ledger of letters. */
@Injectable()
export class LetterStore {
  constructor(private readonly database: Database) {}

  /**
   * Takes letters that are due, for as long as the lease lasts. A letter whose lease ran out may have reached the server:
   * it is taken again under the same Message-ID, since a repeated letter is better than a missing one.
   */
  claim(limit: number, leaseSeconds: number): Promise<ClaimedLetter[]> {
    return rows(
      this.database.pool,
      `with due as (
         select id from notice.letter
          where (state in ('planned', 'uncertain') and not_before <= now()) or (state = 'sending' and lease_until < now())
          order by not_before, id limit $1 for update skip locked
       ), taken as (
         update notice.letter l set state = 'sending', tries = l.tries + 1, lease_until = now() + make_interval(secs => $2)
           from due where l.id = due.id returning l.*
       ) select ${CLAIMED} from taken l join directory.person p on p.id = l.recipient_id order by l.id`,
      [limit, leaseSeconds],
    );
  }

  /** Marks a micro-batch as the server answered. */
  async mark(results: readonly LetterResult[], retrySeconds: number): Promise<void> {
    await rows(
      this.database.pool,
      `update notice.letter l set state = r.state, subject = r.subject, server_answer = r.answer, lease_until = null,
              sent_at = case when r.state = 'sent' then clock_timestamp() else l.sent_at end,
              not_before = case when r.state = 'planned' then now() + make_interval(secs => $2 * power(2, least(l.tries, 8))) else l.not_before end
         from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, subject text, answer text)
        where l.id = r.id and l.state = 'sending'`,
      [JSON.stringify(results), retrySeconds],
    );
  }

  async anyDue(): Promise<boolean> {
    const row = await firstRow(
      this.database.pool,
      `select 1 from notice.letter where (state in ('planned', 'uncertain') and not_before <= now())
          or (state = 'sending' and lease_until < now()) limit 1`,
    );
    return row !== undefined;
  }

  byId(id: string): Promise<ClaimedLetter | undefined> {
    return firstRow(
      this.database.pool,
      `select ${CLAIMED} from notice.letter l join directory.person p on p.id = l.recipient_id where l.id = $1`,
      [id],
    );
  }

  async total(state: string | null, sql: Sql = this.database.pool): Promise<number> {
    const row = await firstRow<{ n: number }>(
      sql,
      'select count(*)::int as n from notice.letter where $1::text is null or state = $1',
      [state],
    );
    return row?.n ?? 0;
  }

  page(state: string | null, page: number, pageSize: number): Promise<z.infer<typeof letterRowSchema>[]> {
    return rows(
      this.database.pool,
      `select l.id, p.name as "recipientName", ${titleOf('p.id')} as "recipientTitle", p.email, l.kind, l.day, l.state, l.tries,
              l.subject, l.server_answer as "serverAnswer",
              (select count(*)::int from notice.notice n where n.letter_id = l.id) as notices
         from notice.letter l join directory.person p on p.id = l.recipient_id
        where $1::text is null or l.state = $1 order by l.day desc, l.id limit $2 offset $3`,
      [state, pageSize, (page - 1) * pageSize],
    );
  }
}
