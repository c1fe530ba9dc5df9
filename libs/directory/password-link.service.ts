import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database } from '#database';
import { invalid } from '#errors';
import { DirectoryStore, type PersonRow } from './directory.store.js';
import { SHORTEST_PASSWORD } from './password.rules.js';
import { hashPassword, hashToken } from './sign-in.service.js';

export const PASSWORD_LINK_HOURS = 24;
/** More within the hour are not sent: somebody is filling another's inbox. */
const LINKS_PER_HOUR = 3;

/** Lets a person choose a password by a link to the mail address that the city has of them. */
@Injectable()
export class PasswordLinkService {
  constructor(
    private readonly store: DirectoryStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /** A new link's token, or nothing when nobody has this name or too many were asked for. The asker is not told which. */
  async issue(name: string): Promise<{ person: PersonRow; token: string } | undefined> {
    const person = await this.store.personByName(name);
    if (!person) return undefined;
    const token = randomBytes(32).toString('base64url');
    const made = await this.database.transaction((sql) =>
      this.store.startPasswordLink(sql, {
        tokenHash: hashToken(token),
        personId: person.id,
        hours: PASSWORD_LINK_HOURS,
        mostPerHour: LINKS_PER_HOUR,
      }),
    );
    return made ? { person, token } : undefined;
  }

  /**
   * Sets the password, once; the person's other links and sessions end.
   * Throws `session.short_password`, `session.link_invalid`.
   */
  async redeem(token: string, password: string): Promise<void> {
    if (password.length < SHORTEST_PASSWORD)
      throw invalid('session.short_password', { minimum: SHORTEST_PASSWORD }, [
        { field: 'password', code: 'session.short_password', params: { minimum: SHORTEST_PASSWORD } },
      ]);
    // A hash costs much: it is not made for a token that nobody gave out.
    if (!(await this.store.personOfPasswordLink(hashToken(token)))) throw invalid('session.link_invalid');
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (sql) => {
      const link = await this.store.takePasswordLink(sql, hashToken(token));
      if (!link) throw invalid('session.link_invalid');
      await this.store.replacePassword(sql, link.personId, passwordHash);
      await writeAudit(sql, {
        businessDate: await this.clock.today(sql),
        personId: link.personId,
        action: 'person.password_set',
        subjectKind: 'person',
        subjectId: link.personId,
      });
    });
  }
}
