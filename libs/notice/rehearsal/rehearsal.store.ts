import { Injectable } from '@nestjs/common';
import { firstRow, rows, type Sql } from '#database';
import type { LetterKind } from '../ledger/letter.codes.js';

const FOUND = `from notice.letter l join directory.person p on p.id = l.recipient_id
  where l.day = $1 and ($3::uuid[] is null or l.id = any($3)) and ($2 = '' or p.name ilike '%' || $2 || '%' or p.kana ilike '%' || $2 || '%'
    or p.staff_number = $2 or p.email ilike '%' || $2 || '%')`;

export interface RehearsedFilter {
  readonly day: string;
  /** Part of a name, a staff number or an address; empty for everybody. */
  readonly search: string;
  /** Letters among which to look; null for all of the day. */
  readonly among: readonly string[] | null;
}

/** Looks at letters that were planned in a transaction that will be undone. */
@Injectable()
export class RehearsalStore {
  letters(sql: Sql, day: string): Promise<{ kind: LetterKind; count: number; copies: number }[]> {
    return rows(
      sql,
      `select kind, count(*)::int as count, (count(*) filter (where copy_of is not null))::int as copies
         from notice.letter where day = $1 group by kind order by count desc`,
      [day],
    );
  }

  notices(sql: Sql, day: string): Promise<{ kind: string; count: number }[]> {
    return rows(
      sql,
      `select n.kind, count(*)::int as count from notice.notice n join notice.letter l on l.id = n.letter_id
        where l.day = $1 group by n.kind order by count desc`,
      [day],
    );
  }

  async total(sql: Sql, { day, search, among }: RehearsedFilter): Promise<number> {
    const row = await firstRow<{ n: number }>(sql, `select count(*)::int as n ${FOUND}`, [
      day,
      search,
      among,
    ]);
    return row?.n ?? 0;
  }

  /** One page of letters, by kind and name. */
  async page(
    sql: Sql,
    { day, search, among }: RehearsedFilter,
    page: number,
    pageSize: number,
  ): Promise<string[]> {
    const found = await rows<{ id: string }>(
      sql,
      `select l.id ${FOUND} order by l.kind, p.kana, l.id limit $4 offset $5`,
      [day, search, among, pageSize, (page - 1) * pageSize],
    );
    return found.map((row) => row.id);
  }
}
