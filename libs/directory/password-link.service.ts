import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, firstRow } from '#database';
import { invalid } from '#errors';
import { DirectoryStore, type PersonRow } from './directory.store.js';
import { SHORTEST_PASSWORD } from './password.rules.js';
import { hashPassword } from './sign-in.service.js';

export const PASSWORD_LINK_HOURS = 24;
/** More within the hour are not sent: somebody is filling another's inbox. */
const LINKS_PER_HOUR = 3;

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

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
    const made = await firstRow(
      this.database.pool,
      `insert into directory.password_link (token_hash, person_id, expires_at)
       select $1, $2, now() + make_interval(hours => $3)
        where (select count(*) from directory.password_link l
                where l.person_id = $2 and l.created_at > now() - interval '1 hour') < $4
       returning person_id`,
      [hashToken(token), person.id, PASSWORD_LINK_HOURS, LINKS_PER_HOUR],
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
    const passwordHash = await hashPassword(password);
    await this.database.transaction(async (sql) => {
      const link = await firstRow<{ personId: string }>(
        sql,
        `delete from directory.password_link l using directory.person p
          where l.token_hash = $1 and l.expires_at > now() and p.id = l.person_id and p.disabled_at is null
         returning l.person_id as "personId"`,
        [hashToken(token)],
      );
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
