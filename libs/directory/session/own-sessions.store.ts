import { Injectable } from '@nestjs/common';
import { Database, rows, type Sql } from '#database';

export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly startedAt: Date;
  readonly usedAt: Date;
  readonly endsAt: Date;
  readonly current: boolean;
}

/** Queries on the sessions of one person. */
@Injectable()
export class OwnSessionsStore {
  constructor(private readonly database: Database) {}

  /** @param token SHA-256 of the token that asks */
  ofPerson(personId: string, token: Buffer, sql: Sql = this.database.pool): Promise<SessionRow[]> {
    return rows(
      sql,
      `select id, device, created_at as "startedAt", used_at as "usedAt", expires_at as "endsAt", token_hash = $2 as current
         from directory.session where person_id = $1 and expires_at > now()
        order by token_hash = $2 desc, used_at desc, id limit 100`,
      [personId, token],
    );
  }

  /** Ends one session of a person; answers those that were ended. */
  end(sql: Sql, personId: string, id: string): Promise<Pick<SessionRow, 'id' | 'device'>[]> {
    return rows(
      sql,
      'delete from directory.session where person_id = $1 and id = $2 and expires_at > now() returning id, device',
      [personId, id],
    );
  }

  /** Ends all sessions of a person but the one whose token this is. */
  endOthers(sql: Sql, personId: string, token: Buffer): Promise<Pick<SessionRow, 'id' | 'device'>[]> {
    return rows(
      sql,
      'delete from directory.session where person_id = $1 and token_hash <> $2 returning id, device',
      [personId, token],
    );
  }
}
