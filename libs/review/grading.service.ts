import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import type { Sql } from '#database';
import type { Scope } from '#directory';
import { invalid } from '#errors';
import { changedKeys, patched, summedColumns } from './answers-difference.rules.js';
import { ApprovalStore, type WaitingStep } from './approval.store.js';
import { type GivenGrade, gradePatch, gradingProblems } from './grading.rules.js';
import { SheetReader } from './sheet-reader.js';
import { type SheetRow, SheetStore } from './sheet.store.js';
import type { Answers } from './review.types.js';

/** 施策の総合評価: the drafting division proposes it, the director of the bureau gives it with their approval. */
@Injectable()
export class GradingService {
  constructor(
    private readonly store: ApprovalStore,
    private readonly sheets: SheetStore,
    private readonly reader: SheetReader,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Puts the given grade into the sheet, before the approval keeps its version. Throws `review.grade_incomplete` with what is
   * missing. Answers what must be kept with the step once it is decided.
   */
  async give(sql: Sql, scope: Scope, step: WaitingStep, given: GivenGrade): Promise<() => Promise<void>> {
    const row = await this.reader.row(scope, step.taskStageId, sql);
    const context = { answers: row.answers, lastYear: row.lastAnswers };
    const problems = gradingProblems(given, context);
    const { grade } = given;
    if (grade === undefined || problems.length > 0)
      throw invalid('review.grade_incomplete', { count: problems.length }, problems);
    await this.patch(sql, row, gradePatch(given, context), scope.personId);
    const proposed = row.answers.sectionGrade ?? null;
    const reason = proposed === grade ? null : (given.reason?.trim() ?? null);
    await writeAudit(sql, {
      businessDate: await this.clock.today(sql),
      personId: scope.personId,
      action: 'task_stage.graded',
      subjectKind: 'task_stage',
      subjectId: row.id,
      detail: { proposed, grade, lastYear: row.lastAnswers?.sectionGrade ?? null, reason },
    });
    return () => this.store.keepGrade(sql, step.approvalId, { proposed, grade, reason });
  }

  /**
   * A graded sheet that goes back to its author says again what the division handed in, so that the next round does not take
   * the director's grade for the proposal; the grade stays with its step. Answers the grade that was taken back.
   */
  async takeBack(sql: Sql, scope: Scope, taskStageId: string): Promise<string | undefined> {
    const handedIn = await this.store.handedInBeforeGrade(sql, taskStageId);
    if (!handedIn) return undefined;
    const { grade, sectionGrade, gradeChange } = handedIn;
    const row = await this.reader.row(scope, taskStageId, sql);
    await this.patch(sql, row, { sectionGrade, gradeChange }, row.submitterId ?? scope.personId);
    return grade;
  }

  private async patch(sql: Sql, row: SheetRow, patch: Answers, editorId: string): Promise<void> {
    const keys = changedKeys(row.answers, patch);
    if (keys.length === 0) return;
    const version = row.version + 1;
    const answers = patched(row.answers, patch);
    await this.sheets.write(sql, {
      id: row.id,
      state: row.state,
      version,
      answers,
      fieldVersions: { ...row.fieldVersions, ...Object.fromEntries(keys.map((key) => [key, version])) },
      columns: summedColumns(answers),
      editorId,
    });
  }
}
