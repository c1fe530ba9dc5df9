import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type AuditFact, writeAudit } from '#audit';
import { Database, type Sql } from '#database';
import { notFound } from '#errors';
import type { Scope } from '../scope.rules.js';
import { absenceState, checkDays, checkDelegate, endedEarly } from './absence.rules.js';
import type { absenceListSchema, delegateListSchema, newAbsenceSchema } from './absence.schemas.js';
import { AbsenceStore, type DelegateSearch } from './absence.store.js';

/**
 * 不在: mail of an absent person also goes to a delegate, who decides in their place (代決) where the person says so.
 * Nothing else of the person's posts passes to the delegate.
 */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly store: AbsenceStore,
    private readonly database: Database,
  ) {}

  async list(personId: string, today: string): Promise<z.infer<typeof absenceListSchema>> {
    const [own, standingInFor] = await Promise.all([
      this.store.ofPerson(personId, today),
      this.store.standingInBy(personId, today),
    ]);
    const withState = <T extends { fromDate: string; toDate: string }>(row: T) => ({
      ...row,
      state: absenceState(row, today),
    });
    return { own: own.map(withState), standingInFor: standingInFor.map(withState) };
  }

  async delegates(
    search: DelegateSearch,
    today: string,
    page: number,
    pageSize: number,
  ): Promise<z.infer<typeof delegateListSchema>> {
    return { page, pageSize, ...(await this.store.delegates(search, today, page, pageSize)) };
  }

  /** Throws `absence.*` when the days or the delegate are refused. */
  async add(scope: Scope, personId: string, wanted: z.infer<typeof newAbsenceSchema>): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.lock(sql, personId);
      checkDays(wanted, await this.store.ofPerson(personId, scope.date, sql), scope.date);
      const delegate = await this.store.delegate(sql, wanted.delegateId, wanted);
      checkDelegate(personId, wanted, delegate);
      const id = await this.store.add(sql, personId, wanted);
      await writeAudit(sql, this.fact(scope, 'absence.set', id, { personId, ...wanted }));
    });
  }

  /** From today on no mail goes to the delegate; an absence that had not begun is forgotten. */
  async end(scope: Scope, personId: string, id: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.lock(sql, personId);
      const own = await this.store.ofPerson(personId, scope.date, sql);
      const absence = own.find((one) => one.id === id);
      if (!absence) throw notFound('absence.no_such_absence');
      const left = endedEarly(absence, scope.date);
      await (left ? this.store.shorten(sql, id, left.toDate) : this.store.remove(sql, id));
      const { fromDate, toDate, delegate } = absence;
      const detail = { personId, fromDate, toDate, delegateId: delegate.id, left };
      await writeAudit(sql, this.fact(scope, left ? 'absence.ended' : 'absence.cancelled', id, detail));
    });
  }

  private async lock(sql: Sql, personId: string): Promise<void> {
    if (!(await this.store.lockPerson(sql, personId))) throw notFound('absence.no_such_person');
  }

  private fact(
    scope: Scope,
    action: string,
    subjectId: string,
    detail: NonNullable<AuditFact['detail']>,
  ): AuditFact {
    return {
      businessDate: scope.date,
      personId: scope.personId,
      action,
      subjectKind: 'absence',
      subjectId,
      detail,
    };
  }
}
