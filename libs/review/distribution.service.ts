import { Injectable } from '@nestjs/common';
import { BusinessClock } from '#calendar/clock';
import { writeAudit } from '#audit';
import { CycleService } from '#cycle';
import { Database, type Sql } from '#database';
import type { Scope } from '#directory';
import { type HeartbeatCheck, RunsSlot, type SlotHandler } from '#jobs';
import { DistributionStore } from './distribution.store.js';

/** Gives open cycles their sheets. */
@Injectable()
export class DistributionService {
  constructor(
    private readonly store: DistributionStore,
    private readonly cycles: CycleService,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async distribute(sql: Sql, personId: string | null): Promise<{ tasks: number; stages: number }> {
    const made = await this.store.distribute(sql);
    if (made.tasks === 0) return made;
    await writeAudit(sql, {
      businessDate: await this.clock.today(sql),
      personId,
      action: 'annual_task.distributed',
      subjectKind: 'review_cycle',
      subjectId: 'open',
      detail: made,
    });
    return made;
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
