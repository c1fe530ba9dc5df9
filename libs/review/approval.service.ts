import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit, writeAudits } from '#audit';
import { daysBetween, type WorkingCalendar } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { formOf } from '#cycle';
import { Database, type Sql } from '#database';
import { decidesAt, type Scope } from '#directory';
import { conflict, forbidden, invalid } from '#errors';
import { IndicatorStore } from '#indicator';
import { changesBetween, differences, unchanged } from './answers-difference.rules.js';
import { dueByDays } from './step-due.rules.js';
import { ApprovalStore, type StepInTurn, type WaitingStep } from './approval.store.js';
import { CommitmentStore } from './commitment.store.js';
import type {
  approvalViewSchema,
  approveSchema,
  bulkApprovedSchema,
  returnSchema,
} from './approval.schemas.js';
import { GradingService } from './grading.service.js';
import {
  absentAt,
  holds,
  insteadOfAt,
  inWhoseName,
  isGradeOfAnother,
  mayDecide,
  refusalOfMany,
} from './in-whose-name.rules.js';
import type { savedSchema } from './sheet.schemas.js';
import { SheetReader } from './sheet-reader.js';
import { keysOf, SheetService } from './sheet.service.js';
import { SheetStore } from './sheet.store.js';

type Saved = z.infer<typeof savedSchema>;

/** Days an author has after a return. */
const RETURN_WORKING_DAYS = 5;

/** Nothing is written any more when the year is over. */
function standardReturnDueOn(working: WorkingCalendar, today: string, closesOn: string): string {
  const due = working.addWorkingDays(today, RETURN_WORKING_DAYS);
  return due < closesOn ? due : closesOn;
}

/** 確認: reading what changed, approving one or many, returning with a reason. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly store: ApprovalStore,
    private readonly sheetStore: SheetStore,
    private readonly sheets: SheetService,
    private readonly reader: SheetReader,
    private readonly commitments: CommitmentStore,
    private readonly grading: GradingService,
    private readonly indicators: IndicatorStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async view(scope: Scope, id: string): Promise<z.infer<typeof approvalViewSchema>> {
    const sheet = await this.reader.read(scope, id);
    const { row } = sheet;
    const form = formOf(row.subjectKind, row.stage, row.role, row.fieldDuties);
    const [chain, [step], returns, supporting, working] = await Promise.all([
      this.store.chain(id, scope.date),
      this.store.waiting(this.database.pool, [id]),
      this.store.returns(id),
      this.sheetStore.supporting(row),
      this.clock.workingCalendar(),
    ]);
    const waiting = chain.find((step) => step.state === 'waiting');
    const dueOn = waiting?.dueOn ?? row.dueOn;
    const absent = step && absentAt(scope, step.postId);
    const sinceReturn = row.returnedAnswers ? differences(form, row.returnedAnswers, row.answers) : [];
    return {
      taskStageId: id,
      version: row.version,
      stage: row.stage,
      fiscalYear: row.fiscalYear,
      subject: row.subject,
      role: row.role,
      departmentName: row.departmentName,
      submitterName: row.submitterName,
      submittedOn: row.submittedOn,
      dueOn,
      daysLeft: daysBetween(scope.date, dueOn),
      lastFiscalYear: row.lastFiscalYear,
      concerns: [...sheet.concerns],
      changes: differences(form, row.lastAnswers, row.answers),
      sinceReturn,
      promisesSinceReturn: row.returnedAnswers
        ? changesBetween(form, row.returnedAnswers, row.answers) - sinceReturn.length
        : 0,
      lastReturn: returns[0] ?? null,
      earlierReturns: returns.slice(1),
      same: unchanged(form, row.lastAnswers, row.answers),
      commitments: [...sheet.commitments],
      commitmentAnswers: row.answers.commitmentAnswers ?? null,
      planAnswers: row.planAnswers,
      indicators: [...sheet.indicators],
      supporting: supporting.map(({ departmentName, state, summary }) => ({
        departmentName,
        state,
        summary,
      })),
      chain,
      mayDecide: step !== undefined && mayDecide(scope, step),
      waitsFor: step === undefined ? null : (waiting?.title ?? null),
      standsInFor: absent
        ? { personName: absent.personName, title: absent.title, until: absent.until }
        : null,
      nextTitle: chain.find((step) => step.state === 'ahead')?.title ?? null,
      grading:
        step?.setsGrade && holds(scope, step.postId)
          ? {
              proposed: row.answers.sectionGrade ?? null,
              last: row.lastAnswers?.sectionGrade ?? null,
              gradeChange: row.answers.gradeChange ?? null,
            }
          : null,
      standardReturnDueOn: standardReturnDueOn(working, scope.date, row.closesOn),
    };
  }

  async markOpened(scope: Scope, id: string): Promise<void> {
    await this.database.transaction((sql) => this.store.markOpened(sql, id, decidesAt(scope)));
  }

  /** Approves one sheet. Who gives a section's grade gives it with the approval, in the same transaction. */
  async approve(scope: Scope, id: string, body: z.infer<typeof approveSchema>): Promise<Saved> {
    const { version, ...given } = body;
    await this.reader.row(scope, id);
    return this.database.transaction(async (sql) => {
      const [step] = await this.decidable(sql, scope, [{ taskStageId: id, version }]);
      if (!step) throw await this.whyNot(sql, scope, id, version);
      if (isGradeOfAnother(scope, step)) throw forbidden('review.grade_not_delegated');
      if (!step.setsGrade && given.grade !== undefined) throw forbidden('review.grade_not_yours');
      const keepGrade = step.setsGrade ? await this.grading.give(sql, scope, step, given) : undefined;
      await this.approveSteps(sql, scope, [step]);
      await keepGrade?.();
      return this.sheets.saved(sql, scope, id);
    });
  }

  /** Approves those that can be approved; the others are named with the reason and stay as they are. */
  async approveMany(
    scope: Scope,
    wanted: readonly { taskStageId: string; version: number }[],
  ): Promise<z.infer<typeof bulkApprovedSchema>> {
    return this.database.transaction(async (sql) => {
      const decidable = await this.decidable(sql, scope, wanted);
      // A grade is given one by one, and so is each decision for somebody absent (ADR 11).
      const steps = decidable.filter((step) => !step.setsGrade && !absentAt(scope, step.postId));
      await this.approveSteps(sql, scope, steps);
      const approved = steps.map((step) => step.taskStageId);
      const refusals = new Map(decidable.map((step) => [step.taskStageId, refusalOfMany(scope, step)]));
      const refused = wanted.filter((w) => !approved.includes(w.taskStageId));
      return {
        approved,
        refused: refused.map(({ taskStageId }) => ({
          taskStageId,
          code: refusals.get(taskStageId) ?? 'review.not_waiting_for_you',
        })),
      };
    });
  }

  /** 差戻し: back to the author with a reason and a new due date. */
  async return(scope: Scope, id: string, body: z.infer<typeof returnSchema>): Promise<Saved> {
    const row = await this.reader.row(scope, id);
    const known = keysOf(row);
    const unknown = body.places.filter((place) => !known.has(place));
    if (unknown.length > 0)
      throw invalid('review.unknown_field', { field: unknown.join('、') }, [
        { field: 'places', code: 'review.unknown_field' },
      ]);
    const places = [...new Set(body.places)];
    return this.database.transaction(async (sql) => {
      const today = await this.clock.today(sql);
      const [step] = await this.decidable(sql, scope, [{ taskStageId: id, version: body.version }]);
      if (!step) throw await this.whyNot(sql, scope, id, body.version);
      const working = await this.clock.workingCalendar(sql);
      const dueOn = body.dueOn ?? standardReturnDueOn(working, today, row.closesOn);
      if (dueOn < today)
        throw invalid('review.due_in_the_past', { dueOn }, [
          { field: 'dueOn', code: 'review.due_in_the_past', params: { dueOn } },
        ]);
      if (dueOn > row.closesOn)
        throw invalid('review.due_after_close', { dueOn, closesOn: row.closesOn }, [
          { field: 'dueOn', code: 'review.due_after_close', params: { dueOn, closesOn: row.closesOn } },
        ]);
      await this.store.decide(sql, [step.approvalId], {
        decision: 'returned',
        personId: scope.personId,
        ...inWhoseName(scope),
        comment: body.reason,
        places,
        today,
      });
      const gradeTakenBack = await this.grading.takeBack(sql, scope, id);
      await this.sheetStore.cutVersions(sql, [id], 'returned', scope.personId, today);
      await this.sheetStore.backToDrafting(sql, id, { version: step.version + 1, returnedDueOn: dueOn });
      await writeAudit(sql, {
        businessDate: today,
        personId: scope.personId,
        action: 'task_stage.returned',
        subjectKind: 'task_stage',
        subjectId: id,
        detail: {
          reason: body.reason,
          ...(places.length > 0 && { places }),
          dueOn,
          ...(gradeTakenBack !== undefined && { gradeTakenBack }),
          ...insteadOfAt(scope, step.postId),
        },
      });
      return this.sheets.saved(sql, scope, id);
    });
  }

  /** Locks the sheets and returns the steps that wait at one of the person's posts, unchanged since they looked. */
  private async decidable(
    sql: Sql,
    scope: Scope,
    wanted: readonly { taskStageId: string; version: number }[],
  ): Promise<WaitingStep[]> {
    const ids = wanted.map((w) => w.taskStageId);
    await this.sheetStore.lock(sql, ids);
    const versions = new Map(wanted.map((w) => [w.taskStageId, w.version]));
    const waiting = await this.store.waiting(sql, ids);
    return waiting.filter(
      (step) => mayDecide(scope, step) && versions.get(step.taskStageId) === step.version,
    );
  }

  /** Everything an approval does, for one or many sheets alike, each effect one statement. */
  private async approveSteps(sql: Sql, scope: Scope, steps: readonly WaitingStep[]): Promise<void> {
    if (steps.length === 0) return;
    const today = await this.clock.today(sql);
    const ids = steps.map((step) => step.taskStageId);
    await this.sheetStore.cutVersions(sql, ids, 'approved', scope.personId, today);
    const { decided, waitingOn } = await this.decideInTurn(sql, scope, steps, today);
    const finished = ids.filter((id) => !waitingOn.includes(id));
    await this.store.finish(sql, finished, today);
    await this.indicators.confirmActuals(sql, await this.store.actualsOf(sql, finished));
    await this.commitments.takeAnswers(sql, finished, today);
    await this.commitments.makeFromActs(sql, finished);
    await writeAudits(
      sql,
      decided.map((step) => ({
        businessDate: today,
        personId: scope.personId,
        action: 'task_stage.approved',
        subjectKind: 'task_stage',
        subjectId: step.taskStageId,
        detail: { position: step.position, ...insteadOfAt(scope, step.postId) },
      })),
    );
  }

  /**
   * Decides the steps and hands each sheet on. Who meanwhile sits on the next seat too is not asked the same again: that
   * step is decided with it, unless a grade is to be given there; never at the post of somebody absent, for whom each sheet
   * is decided on purpose. One round for each step of the longest chain at most.
   */
  private async decideInTurn(
    sql: Sql,
    scope: Scope,
    steps: readonly StepInTurn[],
    today: string,
  ): Promise<{ decided: StepInTurn[]; waitingOn: string[] }> {
    const days = dueByDays(await this.clock.workingCalendar(sql), today);
    const posts = new Set(scope.posts.map((post) => post.postId));
    const decided: StepInTurn[] = [];
    const waitingOn: string[] = [];
    let turn = steps;
    while (turn.length > 0) {
      await this.store.decide(
        sql,
        turn.map((step) => step.approvalId),
        {
          decision: 'approved',
          personId: scope.personId,
          ...inWhoseName(scope),
          comment: null,
          places: [],
          today,
        },
      );
      decided.push(...turn);
      const next = await this.store.handOn(sql, turn, today, days);
      const goesOn = (step: StepInTurn): boolean => posts.has(step.postId) && !step.setsGrade;
      turn = next.filter(goesOn);
      waitingOn.push(...next.filter((step) => !goesOn(step)).map((step) => step.taskStageId));
    }
    return { decided, waitingOn };
  }

  private async whyNot(sql: Sql, scope: Scope, id: string, version: number): Promise<Error> {
    const row = await this.sheetStore.byId(scope, id, sql);
    if (!row) return conflict('review.not_in_this_state', { state: 'none' });
    if (row.state !== 'submitted') return this.sheets.notInThisState(row, version);
    if (row.version !== version) return this.sheets.changedByAnother(row, version);
    return forbidden('review.not_waiting_for_you');
  }
}
