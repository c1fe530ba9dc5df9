import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { MAIL_CONNECTIONS, MailService } from '#mail';
import { afterTry } from './after-try.rules.js';
import { ClaimStore, type TakenLetter, type TryResult } from './claim.store.js';
import { type ComposedLetter, LetterComposer } from './letter-composer.js';
import { messageIdOf } from './message-id.js';
import { momentNow, Ownership } from './ownership.js';
import { TryMarks } from './try-marks.js';

const BATCH = 100;
/** The next batch is taken and written while the last of this one go out. */
const REFILL_BELOW = 50;
/** As many in a row find no server: the others need not be tried to know. */
const NO_SERVER = MAIL_CONNECTIONS;
const LAST_ANSWERS_MS = 5_000;

interface ReadyLetter {
  readonly letter: TakenLetter;
  readonly composed: ComposedLetter;
}

/**
 * Sends what is due, in as many lanes as there are connections. A lane whose server is silent does not keep the others,
 * nor the next batch. One for each worker process; claims keep processes apart.
 */
@Injectable()
export class LetterSender implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Letters');
  private readonly ready: ReadyLetter[] = [];
  private readonly owned: Ownership;
  private readonly marks: TryMarks;
  private lanes = 0;
  private lookedAt: Promise<void> | undefined;
  private nothingDue = true;
  private wokenAgain = false;
  private unreachable = 0;
  private stopped = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly claims: ClaimStore,
    private readonly composer: LetterComposer,
    private readonly mail: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.marks = new TryMarks(claims);
    this.owned = new Ownership(claims, config.letterLeaseMs, (work) => this.marks.after(work));
  }

  /** Sends until nothing is due; letters on which a silent server sits may still be under way then. */
  async run(): Promise<void> {
    this.wake();
    if (this.stopped) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Looks again, also when it was just about to end. */
  wake(): void {
    if (this.stopped) return;
    this.nothingDue = false;
    this.wokenAgain = true;
    this.unreachable = 0;
    while (this.lanes < MAIL_CONNECTIONS) {
      this.lanes += 1;
      void this.lane().finally(() => {
        this.lanes -= 1;
        this.tellWhoWaits();
      });
    }
  }

  /** Gives back what is not begun and waits a little for the answers to what is. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.lookedAt;
    await this.giveBack();
    const end = Date.now() + LAST_ANSWERS_MS;
    while (this.lanes > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    this.owned.stop();
    await this.marks.settle();
  }

  private async lane(): Promise<void> {
    for (let next = await this.next(); next; next = await this.next()) {
      try {
        await this.marks.roomForOne();
        if (await this.owned.isOurs(next.letter)) this.marks.add(await this.send(next));
        else await this.claims.release([next.letter]);
      } catch (error) {
        this.complain(error);
      } finally {
        this.owned.drop(next.letter);
      }
    }
  }

  private async next(): Promise<ReadyLetter | undefined> {
    for (;;) {
      if (this.stopped) return undefined;
      if (this.ready.length < REFILL_BELOW && !this.nothingDue) void this.refill();
      const next = this.ready.shift();
      if (next) return next;
      // What is being taken needs somebody to send it.
      if (this.nothingDue && !this.lookedAt) return undefined;
      await this.refill();
    }
  }

  /** One look at a time; lanes that need it wait for the same. */
  private refill(): Promise<void> {
    this.lookedAt ??= this.take()
      .catch((error: unknown) => {
        // The heartbeat, or the next bell, looks again.
        this.nothingDue = true;
        this.complain(error);
      })
      .finally(() => {
        this.lookedAt = undefined;
        this.tellWhoWaits();
      });
    return this.lookedAt;
  }

  private async take(): Promise<void> {
    this.wokenAgain = false;
    await this.claims.expire();
    const began = momentNow();
    const letters = await this.claims.claim(BATCH, randomUUID(), this.config.letterLeaseMs);
    if (letters.length === 0) {
      if (!this.wokenAgain) this.nothingDue = true;
      return;
    }
    this.owned.add(letters, began);
    const composed = await this.composer.compose(letters);
    for (const letter of letters) this.ready.push({ letter, composed: composed.get(letter.id) ?? null });
    if (this.stopped) await this.giveBack();
  }

  private async send({ letter, composed }: ReadyLetter): Promise<TryResult> {
    const { id, claimId } = letter;
    const base = { id, claimId, subject: '', answer: '', sentTo: null, asTest: false };
    // Everything it would have told was settled in the meantime.
    if (composed === null) return { ...base, state: 'not_needed', outcome: 'not_needed', waitMs: null };
    if ('error' in composed) {
      this.logger.error(`letter ${id} cannot be written: ${composed.error}`);
      const after = afterTry(letter, 'later', this.config.letterRetryMs);
      return { ...base, ...after, outcome: 'later', answer: composed.error };
    }
    const { mail, sentTo, asTest } = composed;
    const { outcome, answer } = await this.mail.send({
      ...mail,
      messageId: messageIdOf(id, this.config.publicUrl),
    });
    this.unreachable = outcome === 'unreachable' ? this.unreachable + 1 : 0;
    if (this.unreachable >= NO_SERVER) await this.giveBack();
    const after = afterTry(letter, outcome, this.config.letterRetryMs);
    return { ...base, ...after, outcome, subject: mail.subject, answer, sentTo, asTest };
  }

  /** Lets go of what is not begun, so that it is taken again when there is a server, or by another worker. */
  private async giveBack(): Promise<void> {
    this.nothingDue = true;
    const rest = this.ready.splice(0).map(({ letter }) => letter);
    if (rest.length === 0) return;
    for (const letter of rest) this.owned.drop(letter);
    await this.claims.release(rest).catch((error: unknown) => this.complain(error));
  }

  private tellWhoWaits(): void {
    const ended = (this.nothingDue && this.ready.length === 0 && !this.lookedAt) || this.lanes === 0;
    if (ended) void this.marks.flushed().then(() => this.waiting.splice(0).forEach((resolve) => resolve()));
  }

  private complain(error: unknown): void {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
