import { Injectable } from '@nestjs/common';
import { rows, type Sql } from '#database';

@Injectable()
export class PasswordLetterStore {
  /** Plans the letter of one wish for a link; the same wish has one letter. */
  async plan(sql: Sql, wish: { personId: string; linkId: string; day: string }): Promise<void> {
    await rows(
      sql,
      `insert into notice.letter (recipient_id, kind, day, occasion) values ($1, 'password', $2, $3) on conflict do nothing`,
      [wish.personId, wish.day, wish.linkId],
    );
  }
}
