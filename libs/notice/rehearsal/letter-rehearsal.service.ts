import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { addDays, type CalendarDate, compareDates, daysBetween, japanHour } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { CycleTurnService } from '#cycle';
import { Database, rows, type Sql, tryLock } from '#database';
import { conflict, invalid } from '#errors';
import { TimetableView } from '#jobs';
import { DistributionService } from '#review';
import { MORNING_JOB, PlanningService } from '../planning.service.js';
import type { rehearsalRequestSchema, rehearsalSchema } from './rehearsal.schemas.js';
import { RehearsalStore } from './rehearsal.store.js';
import { RehearsedLetters } from './rehearsed-letters.js';

type Request = z.infer<typeof rehearsalRequestSchema>;
type Rehearsal = z.infer<typeof rehearsalSchema>;

/** Further ahead too much is unknown for the answer to mean anything. */
const FURTHEST_DAYS = 400;
const LONGEST_STATEMENT_SECONDS = 60;

/**
 * 予行: what a coming morning would send to everybody. The night's and the morning's own statements run in a transaction
 * whose clock is moved to that day, and which is undone: nothing is opened, planned or sent. What the mornings in between
 * will have told is news of that day too; their digests count as sent, today's also while it is not yet eight.
 */
@Injectable()
export class LetterRehearsal {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly cycles: CycleTurnService,
    private readonly distribution: DistributionService,
    private readonly planning: PlanningService,
    private readonly timetable: TimetableView,
    private readonly rehearsed: RehearsedLetters,
    private readonly store: RehearsalStore,
  ) {}

  /** Throws `notice.rehearsal_not_ahead` unless the day lies after today and within 400 days. */
  rehearse(request: Request): Promise<Rehearsal> {
    return this.database.rehearse((sql) => this.inTransaction(sql, request));
  }

  private async inTransaction(sql: Sql, { date, search, page, pageSize }: Request): Promise<Rehearsal> {
    await rows(sql, `set local statement_timeout = '${LONGEST_STATEMENT_SECONDS}s'`);
    if (!(await tryLock(sql, 'notice.rehearsal'))) throw conflict('notice.rehearsal_under_way');
    const today = await this.clock.today(sql);
    const furthest = addDays(today, FURTHEST_DAYS);
    if (compareDates(date, today) <= 0 || compareDates(date, furthest) > 0)
      throw invalid('notice.rehearsal_not_ahead', { today, furthest }, [
        { field: 'date', code: 'notice.rehearsal_not_ahead', params: { today, furthest } },
      ]);
    const day = (await this.clock.workingCalendar(sql)).nextWorkingDay(date);
    const slot = this.timetable.slotOn(MORNING_JOB, day);
    await this.clock.moveTo(sql, day, japanHour(slot));
    await this.cycles.turn(sql);
    await this.distribution.distribute(sql, null);
    await this.planning.planMorning(sql, slot, daysBeforeNewestFirst(day, today));
    return {
      day,
      letters: await this.store.letters(sql, day),
      notices: await this.store.notices(sql, day),
      page,
      pageSize,
      ...(await this.rehearsed.page(sql, { day, search, among: null }, page, pageSize)),
    };
  }
}

/** The days before one, back to and with another. */
const daysBeforeNewestFirst = (day: CalendarDate, first: CalendarDate): CalendarDate[] =>
  Array.from({ length: daysBetween(first, day) }, (_, n) => addDays(day, -1 - n));
