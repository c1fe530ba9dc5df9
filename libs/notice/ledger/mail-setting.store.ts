import { Injectable } from '@nestjs/common';
import { Database, firstRow, type Sql } from '#database';
import type { ChangeMailSetting, MailSettingView } from './letter.schemas.js';

/** Whether letters leave the house, and where to. */
@Injectable()
export class MailSettingStore {
  constructor(private readonly database: Database) {}

  async read(sql: Sql = this.database.pool): Promise<MailSettingView> {
    const row = await firstRow<MailSettingView>(
      sql,
      `select m.mode, m.test_addresses as "testAddresses", m.version,
              (select count(*)::int from notice.letter where state = 'planned') as waiting,
              (select count(distinct recipient_id)::int from notice.letter where bounced_at is not null) as bouncing
         from notice.mail_setting m`,
    );
    if (!row) throw new Error('notice: the mail setting has no row');
    return row;
  }

  /** Keeps a setting; `false` when another was kept meanwhile. */
  async change(sql: Sql, setting: ChangeMailSetting): Promise<boolean> {
    const row = await firstRow(
      sql,
      `update notice.mail_setting set mode = $1, test_addresses = $2, version = version + 1 where version = $3 returning id`,
      [setting.mode, setting.testAddresses, setting.version],
    );
    return row !== undefined;
  }
}
