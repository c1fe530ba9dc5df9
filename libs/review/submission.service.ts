import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { CycleStore } from '#cycle';
import { Database, type Sql } from '#database';
import { DirectoryStore, type Scope } from '#directory';
import { conflict, DomainError } from '#errors';
import { IndicatorStore } from '#indicator';
import { gradedAtDirector, resolveChain, stepsFor, type ResolvedStep } from './approval-chain.rules.js';
import { ApprovalStore } from './approval.store.js';
import type { z } from 'zod';
import type { savedSchema } from './sheet.schemas.js';
import { SheetReader } from './sheet-reader.js';
import { SheetService, whatChanged } from './sheet.service.js';
import { type SheetRow, SheetStore } from './sheet.store.js';

type Saved = z.infer<typeof savedSchema>;

/** Handing a sheet in, and taking it back while nobody has looked at it. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly sheets: SheetService,
    private readonly reader: SheetReader,
    private readonly store: SheetStore,
    private readonly approvals: ApprovalStore,
    private readonly cycles: CycleStore,
    private readonly directory: DirectoryStore,
    private readonly indicators: IndicatorStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Submits: guards, chain, version, indicator actual and audit entry in one transaction.
   * Throws `review.incomplete` with every field that is missing, `review.opens_later`, `review.no_approver`.
   */
  async submit(scope: Scope, id: string, version: number): Promise<Saved> {
    return this.database.transaction(async (sql) => {
      const row = await this.sheets.lockForWriting(sql, scope, id, version, 'submit');
      const today = await this.clock.today(sql);
      if (row.opensOn > today) throw conflict('review.opens_later', { opensOn: row.opensOn });
      const { missing } = await this.reader.complete(row, today, sql);
      if (missing.length > 0) {
        throw new DomainError(
          'invalid',
          'review.incomplete',
          { count: missing.length },
          missing.map((m) => ({ field: m.field, code: `missing.${m.code}` })),
        );
      }
      const steps = await this.chainOf(sql, row, scope.personId, today);
      if (steps.length === 0) throw conflict('review.no_approver', { department: row.departmentName });
      const working = await this.clock.workingCalendar(sql);
      const round = row.round + 1;
      await this.store.submit(sql, id, { version: row.version + 1, round, personId: scope.personId, today });
      await this.store.cutVersions(sql, [id], 'submitted', scope.personId, today);
      await this.approvals.startRound(
        sql,
        id,
        round,
        steps.map((step) => ({ ...step, dueOn: working.addWorkingDays(today, step.workingDays) })),
        today,
      );
      await this.enterActual(sql, row);
      await this.audit(sql, scope, today, 'task_stage.submitted', id, { round, steps: steps.length });
      return this.sheets.saved(sql, scope, id);
    });
  }

  /** 引戻し: back to drafting while the first approver has not opened it. */
  async withdraw(scope: Scope, id: string, version: number): Promise<Saved> {
    return this.database.transaction(async (sql) => {
      const row = await this.sheets.lockForWriting(sql, scope, id, version, 'withdraw');
      const today = await this.clock.today(sql);
      const approvalId = await this.approvals.untouched(sql, id);
      if (!approvalId) throw conflict('review.already_opened', {}, whatChanged(row, version));
      await this.approvals.decide(sql, [approvalId], {
        decision: 'withdrawn',
        personId: scope.personId,
        actingPosts: [],
        insteadOf: {},
        comment: null,
        places: [],
        today,
      });
      await this.store.backToDrafting(sql, id, { version: row.version + 1, returnedDueOn: null });
      await this.store.cutVersions(sql, [id], 'withdrawn', scope.personId, today);
      await this.audit(sql, scope, today, 'task_stage.withdrawn', id, {});
      return this.sheets.saved(sql, scope, id);
    });
  }

  private async chainOf(
    sql: Sql,
    row: SheetRow,
    submitterId: string,
    today: string,
  ): Promise<ResolvedStep[]> {
    const settings = (await this.cycles.chain(row.cycleId, sql)).filter((step) => step.stage === row.stage);
    const steps = gradedAtDirector(row.stage, stepsFor(row.stage, row.role, settings));
    const own = row.departmentId;
    const coordinating = (await this.directory.coordinatingDivisions(sql, [own])).get(own);
    const fixed = await this.fixedDivisions(sql, steps);
    const named = [own, ...(coordinating ? [coordinating] : []), ...fixed.values()];
    const successors = await this.directory.successors(sql, named, today);
    const nowOf = (id: string): string => successors.get(id) ?? id;
    const lines = await this.directory.linesAbove(sql, named.map(nowOf), today);
    const lineOf = (id: string) => lines.get(nowOf(id)) ?? [];
    return resolveChain(steps, {
      line: lineOf(own),
      coordinating: coordinating ? lineOf(coordinating) : [],
      fixed: new Map([...fixed].map(([code, id]) => [code, lineOf(id)])),
      submitterId,
    });
  }

  private async fixedDivisions(
    sql: Sql,
    steps: readonly { departmentCode: string | null }[],
  ): Promise<Map<string, string>> {
    const fixed = new Map<string, string>();
    for (const code of new Set(steps.flatMap((s) => (s.departmentCode ? [s.departmentCode] : [])))) {
      const department = await this.directory.departmentByCode(sql, code);
      if (department) fixed.set(code, department.id);
    }
    return fixed;
  }

  /**
   * The actual of an indicator is stored once, by indicator and year; sheets and reports only show it. A value is 速報 until
   * its sheet is confirmed, whatever its author calls it.
   */
  private async enterActual(sql: Sql, row: SheetRow): Promise<void> {
    const actual = row.answers.indicatorActual;
    if (row.indicatorId === null || !actual) return;
    await this.indicators.writeActuals(sql, [
      {
        indicatorId: row.indicatorId,
        fiscalYear: row.fiscalYear,
        value: actual.value,
        milestone: actual.value === null ? actual.milestone : null,
        reason: actual.value === null && actual.milestone === null ? actual.reason : null,
        preliminary: actual.value !== null || actual.milestone !== null,
        source: row.answers.source ?? '',
        specialNote: row.answers.specialNote ?? '',
        factorsOwn: row.answers.factorsOwn ?? '',
        factorsOutside: row.answers.factorsOutside ?? '',
      },
    ]);
  }

  private audit(
    sql: Sql,
    scope: Scope,
    today: string,
    action: string,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return writeAudit(sql, {
      businessDate: today,
      personId: scope.personId,
      action,
      subjectKind: 'task_stage',
      subjectId: id,
      detail,
    });
  }
}
