import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#calendar/clock';
import { writeAudit, writeAudits } from '#audit';
import { CycleTurnService } from '#cycle';
import { Database, holdLock, type Sql } from '#database';
import type { Scope } from '#directory';
import { type HeartbeatCheck, RunsSlot, type SlotHandler } from '#jobs';
import { DistributionStore } from './distribution.store.js';

/**
 * From so many tasks at once the database counts them, without waiting until it does so by itself: as long as it plans for
 * an empty table, a morning's letters take seconds instead of milliseconds.
 */
const MANY = 100;

/** Gives open cycles their sheets, and keeps those that were handed out in step with assignments and departments. */
@Injectable()
export class DistributionService {
  constructor(
    private readonly store: DistributionStore,
    private readonly cycles: CycleTurnService,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async distribute(sql: Sql, personId: string | null): Promise<{ tasks: number; stages: number }> {
    const today = await this.clock.today(sql);
    // Two beats at once would both find the same difference: one waits until the other has mended it.
    await holdLock(sql, 'review.distribution');
    const made = await this.store.distribute(sql, today);
    if (made.tasks >= MANY) await this.store.countSheets(sql);
    await this.followAssignments(sql, today, personId);
    const moved = await this.store.followSuccessors(sql, today);
    if (made.tasks > 0) await this.audit(sql, today, personId, 'annual_task.distributed', made);
    if (moved > 0)
      await this.audit(sql, today, personId, 'annual_task.passed_to_successors', { tasks: moved });
    return made;
  }

  private async followAssignments(sql: Sql, today: string, personId: string | null): Promise<void> {
    const changed = await this.store.followAssignments(sql, today);
    if (changed.length === 0) return;
    await this.store.followStages(sql, changed, today);
    await writeAudits(
      sql,
      changed.map((task) => ({
        businessDate: today,
        personId,
        action: task.endedOn === null ? 'annual_task.follows_assignment' : 'annual_task.ended',
        subjectKind: 'annual_task',
        subjectId: task.id,
        detail: { role: task.role },
      })),
    );
  }

  private audit(
    sql: Sql,
    today: string,
    personId: string | null,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return writeAudit(sql, {
      businessDate: today,
      personId,
      action,
      subjectKind: 'review_cycle',
      subjectId: 'open',
      detail,
    });
  }

  /** 今すぐ始める: opens the cycle and hands out its sheets in one transaction. */
  async openNow(scope: Scope, fiscalYear: number): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.cycles.openNow(sql, scope, fiscalYear);
      await this.distribute(sql, scope.personId);
    });
  }
}

/** Follows the opening of cycles in the timetable. */
@Injectable()
@RunsSlot('distribute-annual-tasks')
export class DistributeAnnualTasksHandler implements SlotHandler {
  constructor(private readonly distribution: DistributionService) {}

  async run(sql: Sql): Promise<void> {
    await this.distribution.distribute(sql, null);
  }
}

/** Items and assignments added in mid-year get their sheets at the next beat. */
@Injectable()
export class UndistributedTasksCheck implements HeartbeatCheck {
  constructor(
    private readonly distribution: DistributionService,
    private readonly database: Database,
  ) {}

  async look(): Promise<void> {
    await this.database.transaction((sql) => this.distribution.distribute(sql, null));
  }
}
