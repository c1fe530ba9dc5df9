import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { daysBetween } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { formOf } from '#cycle';
import { Database, type Sql } from '#database';
import { mayWrite, type Scope } from '#directory';
import { conflict, DomainError, forbidden } from '#errors';
import {
  changedKeys,
  changedSince,
  differences,
  patched,
  summedColumns,
} from './answers-difference.rules.js';
import { ApprovalStore } from './approval.store.js';
import { ComputedIndicator } from './computed-indicator.js';
import { mayDecide } from './in-whose-name.rules.js';
import type { historySchema, savedSchema, sheetSchema } from './sheet.schemas.js';
import type { Answers } from './review.types.js';
import { SheetReader } from './sheet-reader.js';
import { type SheetRow, SheetStore } from './sheet.store.js';
import { nextState, type StageEvent } from './task-stage.states.js';

type Sheet = z.infer<typeof sheetSchema>;
type Saved = z.infer<typeof savedSchema>;

/** Reading a sheet and filling it in. Handing it in is `submission.service.ts`, deciding `approval.service.ts`. */
@Injectable()
export class SheetService {
  constructor(
    private readonly reader: SheetReader,
    private readonly store: SheetStore,
    private readonly approvals: ApprovalStore,
    private readonly computed: ComputedIndicator,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async view(scope: Scope, id: string): Promise<Sheet> {
    const sheet = await this.reader.read(scope, id);
    const { row } = sheet;
    const [stages, supporting, chain, returned, untouched] = await Promise.all([
      this.store.stagesOf(row.taskId),
      this.store.supporting(row),
      this.approvals.chain(row.id, scope.date),
      this.approvals.returns(row.id),
      this.approvals.untouched(this.database.pool, row.id),
    ]);
    const open = isOpen(row, scope.date);
    const writes = mayWrite(scope, row.departmentId);
    const post = await this.approvals.waitingPost(row.id);
    return {
      taskStageId: row.id,
      stage: row.stage,
      fiscalYear: row.fiscalYear,
      subject: row.subject,
      role: row.role,
      departmentName: row.departmentName,
      leadDepartmentName: row.leadDepartmentName,
      supporting,
      stages,
      state: row.state,
      notApplicableReason: row.notApplicableReason,
      endedOn: row.endedOn,
      version: row.version,
      dueOn: row.dueOn,
      daysLeft: daysBetween(scope.date, row.dueOn),
      open,
      editable: open && writes && nextState(row.state, 'save') !== undefined,
      mayWrite: writes,
      mayWithdraw: row.endedOn === null && writes && untouched !== undefined,
      mayDecide: post !== undefined && mayDecide(scope, { postId: post, submitterId: row.submitterId }),
      fields: sheet.context.form.map((f) => ({
        key: f.key,
        type: f.type,
        required: f.required,
        public: f.public,
        lengthGuide: f.lengthGuide,
        carriedOver: f.carriedOver,
        choices: [...f.choices],
      })),
      answers: row.answers,
      planAnswers: row.planAnswers,
      lastYear:
        row.lastAnswers && row.lastFiscalYear !== null
          ? { fiscalYear: row.lastFiscalYear, answers: row.lastAnswers }
          : null,
      indicators: [...sheet.indicators],
      proposal: await this.computed.propose(row),
      commitments: [...sheet.commitments],
      missing: [...sheet.missing],
      concerns: [...sheet.concerns],
      returned,
      chain,
      labourUnitCost: row.labourUnitCost,
      editedBy: row.editorId === scope.personId ? null : row.editorName,
      editedAt: row.editedAt?.toISOString() ?? null,
    };
  }

  /**
   * Saves the answers in `patch`. Autosave makes no history; a change of editor keeps the earlier one's version.
   * Throws `review.changed_by_another` with what the other person changed since `version`.
   */
  async save(scope: Scope, id: string, version: number, patch: Answers): Promise<Saved> {
    return this.database.transaction(async (sql) => {
      const row = await this.lockForWriting(sql, scope, id, version, 'save');
      const unknown = this.unknownFields(row, patch);
      if (unknown.length > 0)
        throw new DomainError('invalid', 'review.unknown_field', { field: unknown.join('、') });
      const keys = changedKeys(row.answers, patch);
      if (keys.length === 0 && row.state !== 'not_applicable')
        return this.saved(sql, scope, id, row.editedAt ?? undefined);
      if (row.editorId !== null && row.editorId !== scope.personId) {
        await this.store.cutVersions(sql, [id], 'editor_changed', null, scope.date);
      }
      const answers = patched(row.answers, patch);
      const next = row.version + 1;
      const savedAt = await this.store.write(sql, {
        id,
        state: 'drafting',
        version: next,
        answers,
        fieldVersions: { ...row.fieldVersions, ...Object.fromEntries(keys.map((key) => [key, next])) },
        columns: summedColumns(answers),
        editorId: scope.personId,
      });
      return this.saved(sql, scope, id, savedAt);
    });
  }

  /** 対象外: the stage is not done this year, with a reason. */
  async declareNotApplicable(scope: Scope, id: string, version: number, reason: string): Promise<Saved> {
    return this.database.transaction(async (sql) => {
      const row = await this.lockForWriting(sql, scope, id, version, 'declare_not_applicable');
      await this.store.declareNotApplicable(sql, id, row.version + 1, reason, scope.personId);
      await this.audit(sql, scope, 'task_stage.not_applicable', id, { reason });
      return this.saved(sql, scope, id);
    });
  }

  async history(scope: Scope, id: string): Promise<z.infer<typeof historySchema>> {
    const row = await this.reader.row(scope, id);
    const form = formOf(row.subjectKind, row.stage, row.role, row.fieldDuties);
    const versions = await this.store.versions(id);
    return {
      versions: versions
        .map((v, at) => ({
          number: v.number,
          cause: v.cause as z.infer<typeof historySchema>['versions'][number]['cause'],
          personName: v.personName,
          at: v.at.toISOString(),
          businessDate: v.businessDate,
          changes: differences(form, versions[at - 1]?.answers ?? null, v.answers),
        }))
        .toReversed(),
    };
  }

  /** What the writer is told, read in the transaction of the change: what another does right after it is not theirs. */
  async saved(sql: Sql, scope: Scope, id: string, savedAt = new Date()): Promise<Saved> {
    const sheet = await this.reader.read(scope, id, sql);
    return {
      version: sheet.row.version,
      savedAt: savedAt.toISOString(),
      state: sheet.row.state,
      missing: [...sheet.missing],
      concerns: [...sheet.concerns],
    };
  }

  /** Locks a sheet and proves that this person may do this to it now, at this version; what lies beside it knows none. */
  async lockForWriting(
    sql: Sql,
    scope: Scope,
    id: string,
    version: number | null,
    event: StageEvent,
  ): Promise<SheetRow> {
    await this.store.lock(sql, [id]);
    const row = await this.store.byId(scope, id, sql);
    if (!row) throw new DomainError('not_found', 'review.no_such_sheet');
    if (!mayWrite(scope, row.departmentId))
      throw forbidden('review.not_your_department', { department: row.departmentName });
    if (row.endedOn !== null) throw conflict('review.assignment_ended', { endedOn: row.endedOn });
    if (!isOpen(row, await this.clock.today(sql)))
      throw row.cycleState === 'open'
        ? conflict('review.not_open', { opensOn: row.draftsFrom })
        : conflict('review.year_closed', { fiscalYear: row.fiscalYear });
    if (version !== null && row.version !== version) throw this.changedByAnother(row, version);
    if (!nextState(row.state, event)) throw this.notInThisState(row, version ?? row.version);
    return row;
  }

  changedByAnother(row: SheetRow, version: number): DomainError {
    return conflict('review.changed_by_another', { name: row.editorName ?? '' }, whatChanged(row, version));
  }

  notInThisState(row: SheetRow, version: number): DomainError {
    return conflict('review.not_in_this_state', { state: row.state }, whatChanged(row, version));
  }

  private unknownFields(row: SheetRow, patch: Answers): string[] {
    const known = keysOf(row);
    return Object.keys(patch).filter((key) => !known.has(key));
  }

  private audit(
    sql: Sql,
    scope: Scope,
    action: string,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return writeAudit(sql, {
      businessDate: scope.date,
      personId: scope.personId,
      action,
      subjectKind: 'task_stage',
      subjectId: id,
      detail,
    });
  }
}

/** What is the case now, and what others changed since `version`, for somebody who comes second. */
export function whatChanged(row: SheetRow, version: number): Record<string, unknown> {
  const form = formOf(row.subjectKind, row.stage, row.role, row.fieldDuties);
  return {
    state: row.state,
    version: row.version,
    by: row.editorName,
    at: row.editedAt?.toISOString() ?? null,
    changed: changedSince(form, row.answers, row.fieldVersions, version),
  };
}

/** What can be written in a sheet: the fields of its form, and the answers to promises where those are asked. */
export function keysOf(
  row: Pick<SheetRow, 'subjectKind' | 'stage' | 'role' | 'fieldDuties'>,
): ReadonlySet<string> {
  const form = formOf(row.subjectKind, row.stage, row.role, row.fieldDuties).map(({ key }) => key);
  const answers = row.subjectKind === 'item' && row.role === 'lead' && row.stage !== 'act';
  return new Set(answers ? [...form, 'commitmentAnswers'] : form);
}

/** Drafts are accepted: the window has begun, the cycle is neither asleep nor over, the subject is still the department's. */
export const isOpen = (row: SheetRow, today: string): boolean =>
  row.endedOn === null && row.cycleState === 'open' && row.draftsFrom <= today && today <= row.closesOn;
