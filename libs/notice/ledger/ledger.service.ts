import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { conflict, invalid } from '#errors';
import { Bell } from '#jobs';
import { sendLetters } from '../send-letters.job.js';
import { LetterDecisionStore, type UnfitLetter } from './letter-decision.store.js';
import type { ChangeMailSetting, LetterResend, MailSettingView } from './letter.schemas.js';
import { MailSettingStore } from './mail-setting.store.js';

/** What the planning division decides about letters: each with its entry in the audit log, then the bell. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly decisions: LetterDecisionStore,
    private readonly settings: MailSettingStore,
    private readonly clock: BusinessClock,
    private readonly bell: Bell,
  ) {}

  /** Has letters sent again under their Message-IDs. Throws `notice.letters_under_way`. */
  async sendAgain(asked: LetterResend, personId: string): Promise<number> {
    const changed = await this.database.transaction(async (sql) => {
      const letters = await this.again(sql, asked);
      if (letters > 0) await this.audit(sql, personId, 'letters.sent_again', { ...asked, letters });
      return letters;
    });
    if (changed > 0) await this.bell.ring(sendLetters, {});
    return changed;
  }

  /** Throws `notice.letters_not_uncertain`. */
  async arrived(ids: readonly string[], personId: string): Promise<number> {
    return this.database.transaction(async (sql) => {
      const { changed, unfit } = await this.decisions.arrived(sql, ids);
      refuse('notice.letters_not_uncertain', unfit);
      if (changed > 0) await this.audit(sql, personId, 'letters.arrived', { ids, letters: changed });
      return changed;
    });
  }

  /**
   * Keeps the setting. Letters that went to the test addresses stay what they are: going live does not send the past
   * again, a person may. Throws `notice.no_test_address`, `notice.setting_changed`.
   */
  async changeSetting(setting: ChangeMailSetting, personId: string): Promise<MailSettingView> {
    if (setting.mode === 'test' && setting.testAddresses.length === 0)
      throw invalid('notice.no_test_address', {}, [
        { field: 'testAddresses', code: 'notice.no_test_address' },
      ]);
    const kept = await this.database.transaction(async (sql) => {
      const before = await this.settings.read(sql);
      if (!(await this.settings.change(sql, setting)))
        throw conflict('notice.setting_changed', {}, { setting: before });
      const { mode, testAddresses } = setting;
      // Nobody needs a letter for each day that mail was held.
      const merged = before.mode === 'hold' && mode === 'live' ? await this.decisions.mergeOlder(sql) : 0;
      await this.audit(sql, personId, 'mail_setting.changed', {
        before: { mode: before.mode, testAddresses: before.testAddresses },
        after: { mode, testAddresses },
        ...(merged > 0 && { merged }),
      });
      return this.settings.read(sql);
    });
    if (kept.mode !== 'hold') await this.bell.ring(sendLetters, {});
    return kept;
  }

  private async again(sql: Sql, asked: LetterResend): Promise<number> {
    if ('filter' in asked) {
      const { state, kind = null, day = null } = asked.filter;
      return this.decisions.sendAllAgain(sql, { state, kind, day });
    }
    const { changed, unfit } = await this.decisions.sendAgain(sql, asked.ids);
    refuse('notice.letters_under_way', unfit);
    return changed;
  }

  private async audit(
    sql: Sql,
    personId: string,
    action: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const businessDate = await this.clock.today(sql);
    await writeAudit(sql, {
      businessDate,
      personId,
      action,
      subjectKind: 'mail',
      subjectId: 'letters',
      detail,
    });
  }
}

function refuse(code: string, unfit: readonly UnfitLetter[]): void {
  if (unfit.length > 0) throw conflict(code, { count: unfit.length }, { letters: unfit });
}
