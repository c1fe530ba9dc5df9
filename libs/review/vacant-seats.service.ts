import { Injectable } from '@nestjs/common';
import { writeAudits } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, holdLock, type Sql } from '#database';
import { DirectoryStore } from '#directory';
import type { HeartbeatCheck } from '#jobs';
import { seatAt } from './approval-chain.rules.js';
import { ApprovalStore } from './approval.store.js';
import { dueByDays } from './step-due.rules.js';

/**
 * A sheet that waits where nobody sits any more passes to the seat it would have come to had it been handed in now. Where
 * no seat is held it stays, and moves as soon as one is.
 */
@Injectable()
export class VacantSeatsCheck implements HeartbeatCheck {
  constructor(
    private readonly store: ApprovalStore,
    private readonly directory: DirectoryStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async look(): Promise<void> {
    await this.database.transaction((sql) => this.reseat(sql));
  }

  private async reseat(sql: Sql): Promise<void> {
    await holdLock(sql, 'review.vacant-seats');
    const today = await this.clock.today(sql);
    const orphaned = await this.store.orphaned(sql, today);
    if (orphaned.length === 0) return;
    const departments = [...new Set(orphaned.map((step) => step.departmentId))];
    const lines = await this.directory.linesAbove(sql, departments, today);
    const seats = orphaned.flatMap((step) => {
      const seat = seatAt(lines.get(step.departmentId) ?? [], step.level, step.submitterId);
      return seat ? [{ approvalId: step.approvalId, postId: seat.postId }] : [];
    });
    const moved = await this.store.reseat(
      sql,
      seats,
      today,
      dueByDays(await this.clock.workingCalendar(sql), today),
    );
    await writeAudits(
      sql,
      moved.map((step) => ({
        businessDate: today,
        personId: null,
        action: 'approval.passed_to_next_seat',
        subjectKind: 'task_stage',
        subjectId: step.taskStageId,
        detail: { position: step.position, postId: step.postId },
      })),
    );
  }
}
