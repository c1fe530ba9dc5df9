import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import type { Scope } from '#directory';
import { conflict, invalid } from '#errors';
import { MailSettingStore } from '../ledger/mail-setting.store.js';
import { PlanningService } from '../planning.service.js';
import { RehearsedLetters } from '../rehearsal/rehearsed-letters.js';
import type {
  lastRemindersSchema,
  previewedRemindersSchema,
  reminderReachSchema,
  requestedRemindersSchema,
} from './reminder-request.schemas.js';
import { ReminderRequestStore } from './reminder-request.store.js';

type Requested = z.infer<typeof requestedRemindersSchema>;

const SHOWN_LETTERS = 20;

/**
 * 催促: the planning division asks chosen departments for what they have not handed in. A request is a row; who hears of it
 * the planning of letters finds out from there, within a heartbeat on an office day, else with the next morning's letters.
 */
@Injectable()
export class ReminderRequestService {
  constructor(
    private readonly store: ReminderRequestStore,
    private readonly planning: PlanningService,
    private readonly rehearsed: RehearsedLetters,
    private readonly settings: MailSettingStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async last(): Promise<z.infer<typeof lastRemindersSchema>> {
    return this.store.last(await this.clock.today());
  }

  /** Throws `notice.no_such_department`. */
  async reach(codes: readonly string[]): Promise<z.infer<typeof reminderReachSchema>> {
    const ids = await this.departmentIds(this.database.pool, codes);
    return this.store.reach(await this.clock.today(), ids);
  }

  /** The letters as they would be written now, in a transaction that is undone. Throws as `request`. */
  preview(scope: Scope, codes: readonly string[]): Promise<z.infer<typeof previewedRemindersSchema>> {
    return this.database.rehearse(async (sql) => {
      const among = await this.planning.planRequested(sql, async () => {
        await this.store.leaveOthers(sql);
        await this.ask(sql, scope, await this.departmentIds(sql, codes));
      });
      const day = await this.clock.today(sql);
      return this.rehearsed.page(sql, { day, search: '', among }, 1, SHOWN_LETTERS);
    });
  }

  /** Throws `notice.no_such_department`, `notice.nothing_to_ask_for`, `notice.asked_today`. */
  async request(scope: Scope, codes: readonly string[]): Promise<Requested> {
    return this.database.transaction(async (sql) => {
      const ids = await this.departmentIds(sql, codes);
      const asked = await this.ask(sql, scope, ids);
      const day = await this.clock.today(sql);
      const already = (await this.store.askedOn(sql, day, ids)) - asked.length;
      const reach = await this.store.reach(day, asked, sql);
      await writeAudit(sql, {
        businessDate: day,
        personId: scope.personId,
        action: 'reminder.requested',
        subjectKind: 'mail',
        subjectId: 'reminders',
        detail: { departments: asked, ...reach },
      });
      return { ...reach, departments: asked.length, already, leaves: await this.leaves(sql) };
    });
  }

  private async leaves(sql: Sql): Promise<Requested['leaves']> {
    if ((await this.settings.read(sql)).mode === 'hold') return 'held';
    return (await this.planning.tellsAtOnce(sql)) ? 'now' : 'next_morning';
  }

  private async ask(sql: Sql, scope: Scope, ids: readonly string[]): Promise<string[]> {
    const day = await this.clock.today(sql);
    const asked = await this.store.insert(sql, scope.personId, day, ids);
    if (asked.length > 0) return asked;
    const { sheets } = await this.store.reach(day, ids, sql);
    throw conflict(sheets === 0 ? 'notice.nothing_to_ask_for' : 'notice.asked_today');
  }

  private async departmentIds(sql: Sql, codes: readonly string[]): Promise<string[]> {
    const found = await this.store.departments(sql, codes);
    const known = new Set(found.map(({ code }) => code));
    const unknown = codes.find((code) => !known.has(code));
    if (unknown !== undefined) throw invalid('notice.no_such_department', { code: unknown });
    return found.map(({ id }) => id);
  }
}
