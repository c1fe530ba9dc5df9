import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import type { Sql } from '#database';

/** What happened to a year, written in the transaction in which it happens. */
@Injectable()
export class CycleAudit {
  constructor(private readonly clock: BusinessClock) {}

  /** @param personId null for what the timetable does */
  async write(
    sql: Sql,
    personId: string | null,
    action: string,
    cycleId: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    await writeAudit(sql, {
      businessDate: await this.clock.today(sql),
      personId,
      action,
      subjectKind: 'review_cycle',
      subjectId: cycleId,
      detail,
    });
  }
}
