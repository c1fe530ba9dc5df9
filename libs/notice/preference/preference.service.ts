import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { CONFIG, type Config } from '#config';
import { Database, type Sql } from '#database';
import type { Scope } from '#directory';
import { conflict, invalid, notFound } from '#errors';
import { endedBy, type Ending, offered, type Preference } from './preference.rules.js';
import type {
  changePreferenceSchema,
  mailPreferenceSchema,
  ownLetterListSchema,
  unsubscribeSchema,
} from './preference.schemas.js';
import { PreferenceStore, withEnding } from './preference.store.js';

/** How people want their mail, said on their own page or by the link in a letter. */
@Injectable()
export class PreferenceService {
  constructor(
    private readonly store: PreferenceStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async view(scope: Scope): Promise<z.infer<typeof mailPreferenceSchema>> {
    const { decisions, digest, summary } = await this.store.of(scope.personId);
    const comes = offered(scope);
    return { decisions, digest: comes.digest ? digest : null, summary: comes.summary ? summary : null };
  }

  async change(scope: Scope, wanted: z.infer<typeof changePreferenceSchema>): Promise<void> {
    const comes = offered(scope);
    for (const ending of ['digest', 'summary'] as const)
      if (wanted[ending] !== undefined && !comes[ending]) throw invalid('notice.not_offered');
    await this.database.transaction((sql) =>
      this.replace(sql, scope.personId, scope.date, 'page', (before) => ({
        decisions: wanted.decisions ?? before.decisions,
        digest: wanted.digest ?? before.digest,
        summary: wanted.summary ?? before.summary,
      })),
    );
  }

  async letters(scope: Scope, page: number, pageSize: number): Promise<z.infer<typeof ownLetterListSchema>> {
    const [total, rows] = await Promise.all([
      this.store.totalLetters(scope.personId),
      this.store.letters(scope.personId, page, pageSize),
    ]);
    return { total, page, pageSize, rows };
  }

  /** What the link of a letter would end, and whether it has ended. Changes nothing. */
  async linked(token: string): Promise<z.infer<typeof unsubscribeSchema>> {
    const { ending, recipientId } = await this.endingOf(token, this.database.pool);
    const preference = await this.store.of(recipientId);
    return { kind: ending, on: preference[ending], city: this.config.cityName };
  }

  /** Ends the letters of the link's kind for its recipient, or takes them up again; twice has the effect of once. */
  async end(token: string, on: boolean): Promise<z.infer<typeof unsubscribeSchema>> {
    return this.database.transaction(async (sql) => {
      const { ending, recipientId } = await this.endingOf(token, sql);
      await this.replace(sql, recipientId, await this.clock.today(sql), 'unsubscribe_link', (before) =>
        withEnding(before, ending, on),
      );
      return { kind: ending, on, city: this.config.cityName };
    });
  }

  private async endingOf(token: string, sql: Sql): Promise<{ ending: Ending; recipientId: string }> {
    const letter = await this.store.letterOfToken(token, sql);
    if (!letter) throw notFound('notice.no_such_link');
    const ending = endedBy(letter);
    if (ending) return { ending, recipientId: letter.recipientId };
    throw letter.copyOf === null
      ? conflict('notice.letter_is_a_duty')
      : conflict('notice.copy_ends_with_absence');
  }

  private async replace(
    sql: Sql,
    personId: string,
    businessDate: string,
    by: 'page' | 'unsubscribe_link',
    change: (before: Preference) => Preference,
  ): Promise<void> {
    const before = await this.store.ofLocked(sql, personId);
    const after = change(before);
    const keys = ['decisions', 'digest', 'summary'] as const;
    const changed = keys.filter((key) => before[key] !== after[key]);
    if (changed.length === 0) return;
    await this.store.save(sql, personId, after);
    await writeAudit(sql, {
      businessDate,
      personId,
      action: 'mail_preference.changed',
      subjectKind: 'person',
      subjectId: personId,
      detail: {
        by,
        changes: Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }])),
      },
    });
  }
}
