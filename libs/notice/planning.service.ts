import { Injectable } from '@nestjs/common';
import { type CalendarDate, fiscalYearOf, japanDate } from '#calendar';
import { BusinessClock } from '#calendar/clock';
import { Database, holdLock, type Sql } from '#database';
import { escalationsOn } from './escalation.rules.js';
import { IndicatorsBehind } from './indicators-behind.js';
import { LetterDecisionStore } from './ledger/letter-decision.store.js';
import { type Morning, PlanningStore } from './planning.store.js';
import { digestDue, mondayOf, remindersOn, weekEndOf } from './reminder-days.rules.js';

/** The one slot that plans letters; the digest looks at its runs. */
export const MORNING_JOB = 'plan-daily-letters';

/** At most six of the newest runs lie in this week, so the seventh is the one before it. */
const DAYS_OF_A_WEEK = 7;
/** Two sweeps at once would both find the same news; one waits and finds it told. */
const LOCK = 'notice.planning';

/** Finds out who must hear what. What is planned is rows; sending follows the commit. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly store: PlanningStore,
    private readonly behind: IndicatorsBehind,
    private readonly decisions: LetterDecisionStore,
    private readonly clock: BusinessClock,
    private readonly database: Database,
  ) {}

  /**
   * Plans a morning's letters in the open transaction; on a closed day nothing, its facts wait for the next working one.
   * Letters of earlier days that have not left, as the mail server was away, are told with them.
   * @param assumed days before it whose mornings will have run by then, newest first: a rehearsal looks ahead
   */
  async planMorning(sql: Sql, slot: Date, assumed: readonly CalendarDate[] = []): Promise<void> {
    const day = japanDate(slot);
    const working = await this.clock.workingCalendar(sql);
    if (!working.isWorkingDay(day)) return;
    await holdLock(sql, LOCK);
    const runs = await this.store.runsBefore(sql, MORNING_JOB, slot, DAYS_OF_A_WEEK);
    const weekly = digestDue(day, [...assumed, ...runs.map(japanDate)], working);
    await this.store.planMorning(sql, {
      day,
      morningJob: MORNING_JOB,
      installedOn: japanDate((await this.clock.installedAt(sql)) ?? slot),
      reminders: remindersOn(day, working),
      escalations: escalationsOn(day, working),
      digest: weekly ? await this.digestOf(sql, day) : null,
    });
    await this.decisions.mergeOlder(sql);
  }

  /**
   * Plans what some people want to hear of at once, from a working morning's letter to the end of that day. What happens
   * outside of it waits for the next such letter, so that nobody finds a mail for each sheet after a weekend.
   */
  async planAtOnce(): Promise<number> {
    if (!(await this.store.anythingAtOnce(this.database.pool))) return 0;
    return this.database.transaction(async (sql) => {
      if (!(await this.tellsAtOnce(sql))) return 0;
      await holdLock(sql, LOCK);
      return (await this.store.planAtOnce(sql, await this.clock.today(sql))).length;
    });
  }

  /** Whether what happens now is told at once: after the morning's letters of an office day. */
  async tellsAtOnce(sql: Sql): Promise<boolean> {
    const day = await this.clock.today(sql);
    const working = await this.clock.workingCalendar(sql);
    return working.isWorkingDay(day) && this.store.hasRunOn(sql, MORNING_JOB, day);
  }

  /**
   * Plans at any hour what is asked for, for a look at it before it is undone. Nobody else plans from before any row that
   * planning writes is touched until this transaction ends.
   * @param ask asks for it in this transaction
   * @returns the letters, copies for delegates among them
   */
  async planRequested(sql: Sql, ask: () => Promise<unknown>): Promise<string[]> {
    await holdLock(sql, LOCK);
    await ask();
    const letters = await this.store.planAtOnce(sql, await this.clock.today(sql));
    return letters.filter(({ kind }) => kind === 'request').map(({ id }) => id);
  }

  private async digestOf(sql: Sql, day: CalendarDate): Promise<Morning['digest']> {
    const behind = await this.behind.inYear(fiscalYearOf(day) - 1);
    const departmentsBehind = await this.store.ownersOf(
      sql,
      behind.map((one) => one.key),
      day,
    );
    return { monday: mondayOf(day), weekEnd: weekEndOf(day), departmentsBehind };
  }
}
