import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, firstRow, rows, type Sql } from '#database';
import { type Ending, type Preference, USUAL } from './preference.rules.js';
import type { ownLetterSchema } from './preference.schemas.js';

type OwnLetter = z.infer<typeof ownLetterSchema>;

/** The letter behind an unsubscribe link. */
export interface LinkedLetter {
  readonly kind: string;
  readonly copyOf: string | null;
  readonly recipientId: string;
}

/** What a person reads of their own letters: those that went out, or are about to. */
const SHOWN = `l.recipient_id = $1 and l.state <> 'not_needed'`;

/** Queries on how people want their mail, and on what they got. */
@Injectable()
export class PreferenceStore {
  constructor(private readonly database: Database) {}

  async of(personId: string, sql: Sql = this.database.pool): Promise<Preference> {
    const row = await firstRow<Preference>(
      sql,
      'select decisions, digest, summary from notice.mail_preference where person_id = $1',
      [personId],
    );
    return row ?? USUAL;
  }

  /** As `of`, and keeps two changes of one person's preference apart. */
  async ofLocked(sql: Sql, personId: string): Promise<Preference> {
    await rows(
      sql,
      'insert into notice.mail_preference (person_id) values ($1) on conflict (person_id) do nothing',
      [personId],
    );
    const row = await firstRow<Preference>(
      sql,
      'select decisions, digest, summary from notice.mail_preference where person_id = $1 for update',
      [personId],
    );
    return row ?? USUAL;
  }

  async save(sql: Sql, personId: string, { decisions, digest, summary }: Preference): Promise<void> {
    await rows(
      sql,
      'update notice.mail_preference set decisions = $2, digest = $3, summary = $4 where person_id = $1',
      [personId, decisions, digest, summary],
    );
  }

  letterOfToken(token: string, sql: Sql = this.database.pool): Promise<LinkedLetter | undefined> {
    return firstRow(
      sql,
      `select l.kind, l.copy_of as "copyOf", l.recipient_id as "recipientId"
         from notice.letter l where l.unsubscribe_token = $1`,
      [token],
    );
  }

  async totalLetters(personId: string): Promise<number> {
    const row = await firstRow<{ n: number }>(
      this.database.pool,
      `select count(*)::int as n from notice.letter l where ${SHOWN}`,
      [personId],
    );
    return row?.n ?? 0;
  }

  /** A person's letters, the latest first, with what each was about; a copy tells what its original was about. */
  letters(personId: string, page: number, pageSize: number): Promise<OwnLetter[]> {
    return rows(
      this.database.pool,
      `with cut as (
         select l.* from notice.letter l where ${SHOWN} order by l.day desc, l.id limit $2 offset $3
       ) select l.id, l.kind, l.day, l.state, l.subject, l.sent_at as "sentAt", absent.name as "copyOfName",
                coalesce((select jsonb_agg(jsonb_build_object('kind', k.kind, 'count', k.n) order by k.n desc, k.kind) from (
                  select no.kind, count(*)::int as n from notice.notice no
                   where no.letter_id = coalesce(l.copy_of, l.id) group by no.kind) k), '[]') as reasons
           from cut l
           left join notice.letter original on original.id = l.copy_of
           left join directory.person absent on absent.id = original.recipient_id
          order by l.day desc, l.id`,
      [personId, pageSize, (page - 1) * pageSize],
    );
  }
}

/** A preference with one of the letters ended or taken up again. */
export const withEnding = (preference: Preference, ending: Ending, on: boolean): Preference => ({
  ...preference,
  [ending]: on,
});
