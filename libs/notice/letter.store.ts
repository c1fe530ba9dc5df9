import { Injectable } from '@nestjs/common';
import { Database, firstRow } from '#database';
import type { LetterKind } from './ledger/letter.codes.js';

export interface ClaimedLetter {
  readonly id: string;
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
}

/** Title of the post for which a person gets mail: the main one on the day. */
export const TITLE = `coalesce((select po.title from directory.holders_on(l.day) h join directory.titled_post po on po.id = h.post_id
   where h.person_id = p.id
   order by (h.kind = 'main') desc limit 1), '')`;

export const CLAIMED = `l.id, l.kind, l.occasion, l.day, l.tries, l.recipient_id as "recipientId", p.name, p.email, p.language, ${TITLE} as title`;

/** A letter with its person, as it is written. */
@Injectable()
export class LetterStore {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<ClaimedLetter | undefined> {
    return firstRow(
      this.database.pool,
      `select ${CLAIMED} from notice.letter l join directory.person p on p.id = l.recipient_id where l.id = $1`,
      [id],
    );
  }
}
