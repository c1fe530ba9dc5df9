import { Injectable } from '@nestjs/common';
import type { Sql } from '#database';
import { RunsSlot, type SlotHandler } from '#jobs';
import { CycleTurnService } from './cycle-turn.service.js';

/** Every night: the next year is made, and what is due opens by itself. */
@Injectable()
@RunsSlot('open-review-cycles')
export class OpenReviewCyclesHandler implements SlotHandler {
  constructor(private readonly cycles: CycleTurnService) {}

  run(sql: Sql): Promise<void> {
    return this.cycles.turn(sql);
  }
}
