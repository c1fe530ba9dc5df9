import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { type HeartbeatCheck, RunsSlot, type SlotHandler } from '#jobs';
import { MORNING_JOB, PlanningService } from './planning.service.js';

/** Every working morning: one letter for each person who must hear something; on the week's first, the digests in their place. */
@Injectable()
@RunsSlot(MORNING_JOB)
export class PlanMorningLettersHandler implements SlotHandler {
  constructor(private readonly planning: PlanningService) {}

  run(sql: Sql, slot: Date): Promise<void> {
    return this.planning.planMorning(sql, slot);
  }
}

/** Finds what some people want to hear of at once, within a heartbeat of its commit. */
@Injectable()
export class AtOnceLettersCheck implements HeartbeatCheck {
  constructor(private readonly planning: PlanningService) {}

  async look(): Promise<void> {
    await this.planning.planAtOnce();
  }
}
