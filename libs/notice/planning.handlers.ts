import { Injectable } from '@nestjs/common';
import { addDays, fiscalYearOf, japanDate } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { rows, type Sql } from '#database';
import { RunsSlot, type SlotHandler } from '#jobs';
import { LetterFactsStore } from './letter-facts.store.js';
import { LetterWriter } from './letter-writer.js';
import { PlanningStore } from './planning.store.js';
import { digestDue, mondayOf, remindersOn } from './reminder-days.rules.js';

const FRIDAY_AFTER_MONDAY = 4;
/** At most six of the newest runs lie in this week, so the seventh is the one before it. */
const DAYS_OF_A_WEEK = 7;
const DIGESTS = 'plan-manager-digests';

/** Every working morning: one letter for each person who must hear something. */
@Injectable()
@RunsSlot('plan-daily-letters')
export class PlanDailyLettersHandler implements SlotHandler {
  constructor(
    private readonly store: PlanningStore,
    private readonly clock: BusinessClock,
  ) {}

  async run(sql: Sql, slot: Date): Promise<void> {
    const today = japanDate(slot);
    const working = await this.clock.workingCalendar(sql);
    // Facts of a closed day are told on the next working morning.
    if (!working.isWorkingDay(today)) return;
    await this.store.planDaily(sql, today, remindersOn(today, working));
  }
}

/** The first working morning of a week: the managers' digest. */
@Injectable()
@RunsSlot(DIGESTS)
export class PlanManagerDigestsHandler implements SlotHandler {
  constructor(
    private readonly store: PlanningStore,
    private readonly facts: LetterFactsStore,
    private readonly writer: LetterWriter,
    private readonly clock: BusinessClock,
  ) {}

  async run(sql: Sql, slot: Date): Promise<void> {
    const today = japanDate(slot);
    const earlier = await rows<{ slot: Date }>(
      sql,
      'select slot from jobs.timetable_slot where job = $1 and slot < $2 order by slot desc limit $3',
      [DIGESTS, slot, DAYS_OF_A_WEEK],
    );
    const runs = earlier.map((run) => japanDate(run.slot));
    if (!digestDue(today, runs, await this.clock.workingCalendar(sql))) return;
    const behind = await this.writer.indicatorsBehind(fiscalYearOf(today) - 1);
    const owners = await this.facts.ownersOf(
      behind.map((one) => one.key),
      today,
    );
    const monday = mondayOf(today);
    await this.store.planDigests(sql, today, { monday, end: addDays(monday, FRIDAY_AFTER_MONDAY) }, owners);
  }
}
