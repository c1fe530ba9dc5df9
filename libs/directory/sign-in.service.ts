import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { CONFIG, type Config } from '#config';
import { DomainError, forbidden } from '#errors';
import { DirectoryStore, type PersonRow } from './directory.store.js';

/** OWASP's floor for argon2id; about 50–100 ms a hash on an office server. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const MAX_FAILURES = 10;
const FAILURE_WINDOW_MINUTES = 15;
export const SESSION_HOURS = 12;
export const SESSION_COOKIE = 'mawasu_session';

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON);

/** What the database keeps of a token that only its bearer knows. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Signs people in and out. Sessions live in PostgreSQL, so that every replica knows and ends them. */
@Injectable()
export class SignInService {
  /** Verified against when the name is unknown, so that both cases take the same time. */
  private readonly decoy = hashPassword(randomBytes(12).toString('hex'));

  constructor(
    private readonly store: DirectoryStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the session token for the cookie. Throws `session.wrong_name_or_password` or `session.too_many_tries`. */
  async signIn(name: string, password: string, device: string): Promise<string> {
    const person = await this.store.personByName(name);
    const counted = countedName(name, person);
    const failures = await this.store.recentFailures(counted, FAILURE_WINDOW_MINUTES);
    if (failures >= MAX_FAILURES) {
      throw new DomainError('too_many', 'session.too_many_tries', { minutes: FAILURE_WINDOW_MINUTES });
    }
    const right = await verify(person?.passwordHash ?? (await this.decoy), password);
    if (!person?.passwordHash || !right) {
      await this.store.recordFailure(counted);
      throw new DomainError('unauthenticated', 'session.wrong_name_or_password');
    }
    await this.store.forgetFailures(counted);
    return this.start(person.id, device);
  }

  /** One-button sign-in; exists only in the sample city on loopback. */
  async signInToSampleCity(staffNumber: string, device: string): Promise<string> {
    if (!this.config.sampleCity) throw forbidden('session.sample_city_only');
    const person = await this.store.personByName(staffNumber);
    if (!person) throw new DomainError('unauthenticated', 'session.wrong_name_or_password');
    return this.start(person.id, device);
  }

  personOf(token: string): Promise<PersonRow | undefined> {
    return this.store.personOfSession(hashToken(token));
  }

  signOut(token: string): Promise<void> {
    return this.store.endSession(hashToken(token));
  }

  private async start(personId: string, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.store.startSession(hashToken(token), personId, SESSION_HOURS, device);
    return token;
  }
}

/** Failures count against the person, whichever of their names is tried; an unknown name counts as it was meant. */
const countedName = (name: string, person: PersonRow | undefined): string =>
  person?.id ?? name.normalize('NFKC').trim().toLowerCase();
