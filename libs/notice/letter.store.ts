import { Injectable } from '@nestjs/common';
import { Database, rows, type Sql } from '#database';
import type { LetterKind } from './ledger/letter.codes.js';

export interface ClaimedLetter {
  readonly id: string;
  /** The letter whose notices it tells: itself, or the one it copies for a delegate. */
  readonly factsId: string;
  readonly kind: LetterKind;
  /** What a letter that is not the day's ordinary one is about. */
  readonly occasion: string;
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

/** Title of the post for which a person gets mail: the main one on the day. */
export const titleOf = (
  person: string,
): string => `coalesce((select po.title from directory.holders_on(l.day) h join directory.titled_post po on po.id = h.post_id
   where h.person_id = ${person}
   order by (h.kind = 'main') desc limit 1), '')`;

export const CLAIMED = `l.id, l.kind, l.occasion, l.day, l.tries, l.recipient_id as "recipientId", p.name, p.email, p.language,
  ${titleOf('p.id')} as title, coalesce(l.copy_of, l.id) as "factsId",
  case when l.copy_of is null then null else (
    select jsonb_build_object('name', away.name, 'title', ${titleOf('away.id')})
      from notice.letter o join directory.person away on away.id = o.recipient_id where o.id = l.copy_of) end as principal`;

/** A letter with its person, as it is written. */
@Injectable()
export class LetterStore {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<ClaimedLetter | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** @param sql the pool, or a transaction that sees letters nobody else does */
  byIds(ids: readonly string[], sql: Sql = this.database.pool): Promise<ClaimedLetter[]> {
    return rows(
      sql,
      `select ${CLAIMED} from notice.letter l join directory.person p on p.id = l.recipient_id where l.id = any($1::uuid[])`,
      [ids],
    );
  }
}
