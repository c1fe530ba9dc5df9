import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type AuditFact, writeAudits } from '#audit';
import { Database } from '#database';
import { notFound } from '#errors';
import type { Scope } from '../scope.rules.js';
import { hashToken } from '../sign-in.service.js';
import { deviceOf } from './device.rules.js';
import type { ownSessionsSchema } from './own-sessions.schemas.js';
import { OwnSessionsStore, type SessionRow } from './own-sessions.store.js';

type OwnSessions = z.infer<typeof ownSessionsSchema>;

/** Where a person is signed in. What is ended here is refused at its next request, whichever replica it asks. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly store: OwnSessionsStore,
    private readonly database: Database,
  ) {}

  async list(scope: Scope, token: string): Promise<OwnSessions> {
    const found = await this.store.ofPerson(scope.personId, hashToken(token));
    return {
      sessions: found.map(({ id, device, startedAt, usedAt, endsAt, current }) => ({
        id,
        ...deviceOf(device),
        startedAt: startedAt.toISOString(),
        usedAt: usedAt.toISOString(),
        endsAt: endsAt.toISOString(),
        current,
      })),
    };
  }

  /** Throws `session.no_such_session` for one that is over, and for one of somebody else. */
  async end(scope: Scope, id: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const ended = await this.store.end(sql, scope.personId, id);
      if (ended.length === 0) throw notFound('session.no_such_session');
      await writeAudits(sql, factsOf(scope, ended));
    });
  }

  async endOthers(scope: Scope, token: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await writeAudits(
        sql,
        factsOf(scope, await this.store.endOthers(sql, scope.personId, hashToken(token))),
      );
    });
  }
}

const factsOf = (scope: Scope, ended: readonly Pick<SessionRow, 'id' | 'device'>[]): AuditFact[] =>
  ended.map(({ id, device }) => ({
    businessDate: scope.date,
    personId: scope.personId,
    action: 'session.ended',
    subjectKind: 'session',
    subjectId: id,
    detail: { ...deviceOf(device) },
  }));
