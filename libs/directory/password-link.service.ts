import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { writeAudit } from '#audit';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { invalid } from '#errors';
import { DirectoryStore } from './directory.store.js';
import { SHORTEST_PASSWORD } from './password.rules.js';
import { hashPassword, hashToken } from './sign-in.service.js';

export const PASSWORD_LINK_HOURS = 24;
/** More within the hour are not sent: somebody is filling another's inbox. */
const LINKS_PER_HOUR = 3;

const newToken = (): string => randomBytes(32).toString('base64url');

/** Lets a person choose a password by a link to the mail address that the city has of them. */
@Injectable()
export class PasswordLinkService {
  constructor(
    private readonly store: DirectoryStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Keeps the wish for a link, or nothing when nobody has this name or too many were asked for. Nobody knows its token
   * yet: one is made whenever the letter is sent.
   */
  async ask(sql: Sql, name: string): Promise<{ linkId: string; personId: string } | undefined> {
    const person = await this.store.personByName(name, sql);
    if (!person) return undefined;
    const linkId = await this.store.startPasswordLink(sql, {
      tokenHash: hashToken(newToken()),
      personId: person.id,
      hours: PASSWORD_LINK_HOURS,
      mostPerHour: LINKS_PER_HOUR,
    });
    return linkId === undefined ? undefined : { linkId, personId: person.id };
  }

  /** Fresh tokens of links, by their ids; those that were used or have run out get none. */
  async freshTokens(linkIds: readonly string[]): Promise<Map<string, string>> {
    if (linkIds.length === 0) return new Map();
    const made = linkIds.map((id) => ({ id, token: newToken() }));
    const renewed = new Set(
      await this.store.renewPasswordLinks(
        this.database.pool,
        made.map(({ id, token }) => ({ id, tokenHash: hashToken(token) })),
        PASSWORD_LINK_HOURS,
      ),
    );
    return new Map(made.filter(({ id }) => renewed.has(id)).map(({ id, token }) => [id, token]));
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
