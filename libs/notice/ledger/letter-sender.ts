import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { Stopping } from '#jobs';
import { MAIL_CONNECTIONS, MailService } from '#mail';
import { inSpan, lettersTried } from '#trace';
import { afterTry } from './after-try.rules.js';
import { ClaimStore, type TakenLetter, type TryResult } from './claim.store.js';
import { type ComposedLetter, LetterComposer } from './letter-composer.js';
import { messageIdOf } from './message-id.js';
import { momentNow, Ownership } from './ownership.js';
import { SettingWatch } from './setting-watch.js';
import { TryMarks } from './try-marks.js';
import { KINDS_TO_ASK } from './uncertain.rules.js';

/** The facts of a batch cost nearly the same whether it is of a hundred or of three hundred. */
const BATCH = 300;
/** With nothing in hand the connections would stand idle until all of a batch is written. */
const FIRST_BATCH = 30;
/** The next batch is taken and written while the last of this one go out. */
const REFILL_BELOW = 150;
/** Of letters that need a person when they are uncertain only those are taken that go on the wire at once. */
const ASKED_BATCH = MAIL_CONNECTIONS;
/** As many in a row find no server: the others need not be tried to know. */
const NO_SERVER = MAIL_CONNECTIONS;
/** Share of the time an ending process has in which answers to what is on the wire are waited for. */
const LAST_ANSWERS = 0.6;
const LOOK_MS = 20;

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
  private readonly setting: SettingWatch;
  private lanes = 0;
  private lookedAt: Promise<void> | undefined;
  private nothingDue = true;
  private wokenAgain = false;
  private unreachable = 0;
  /** Letters in hand of the kinds that are taken apart. */
  private asked = 0;
  /** More of these are looked for when the last in hand is done. */
  private askedWait = false;
  private ending: Promise<void> | undefined;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly claims: ClaimStore,
    private readonly composer: LetterComposer,
    private readonly mail: MailService,
    private readonly stopping: Stopping,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.marks = new TryMarks(claims);
    this.setting = new SettingWatch(claims);
    this.owned = new Ownership(claims, config.letterLeaseMs, (work) => this.marks.after(work));
    // Not only when it is this one's turn to close: until then much would still be taken and sent.
    stopping.signal.addEventListener('abort', () => void this.end(), { once: true });
  }

  /**
   * Sends until nothing is due, or until the process shall end; letters on which a silent server sits may still be under
   * way when nothing is due.
   */
  async run(): Promise<void> {
    this.wake();
    if (this.stopped) return this.end();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Looks again, also when it was just about to end. */
  wake(): void {
    if (this.stopped) return;
    this.nothingDue = false;
    this.wokenAgain = true;
    this.unreachable = 0;
    this.startLanes();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.end();
  }

  private get stopped(): boolean {
    return this.stopping.signal.aborted || this.ending !== undefined;
  }

  /** Gives back what is not begun and waits for the answers to what is. */
  private end(): Promise<void> {
    this.ending ??= (async () => {
      const end = Date.now() + this.config.stopMs * LAST_ANSWERS;
      await this.giveBack();
      while ((this.lanes > 0 || this.lookedAt) && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      this.owned.stop();
      await this.marks.settle();
      this.waiting.splice(0).forEach((resolve) => resolve());
    })();
    return this.ending;
  }

  private startLanes(): void {
    while (this.lanes < MAIL_CONNECTIONS) {
      this.lanes += 1;
      void this.lane().finally(() => {
        this.lanes -= 1;
        this.tellWhoWaits();
      });
    }
  }

  private async lane(): Promise<void> {
    for (let next = await this.next(); next; next = await this.next()) {
      const { letter } = next;
      try {
        await this.marks.roomForOne();
        if (await this.mayGo(letter)) this.marks.add(await this.send(next));
        else await this.claims.release([letter]);
      } catch (error) {
        this.complain(error);
      } finally {
        this.letGo(letter);
      }
    }
  }

  /** Whether it is still ours, and still meant to go where it would. */
  private async mayGo(letter: TakenLetter): Promise<boolean> {
    if (!(await this.setting.stillHolds(letter, this.stopping.signal))) {
      await this.giveBack();
      // Under the new setting they may be due all the same.
      this.nothingDue = false;
      return false;
    }
    return (await this.owned.isOurs(letter)) && !this.stopped;
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
    this.lookedAt ??= inSpan('letters taken', {}, () => this.take())
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
    await this.claims.leaveOutWhoLeft();
    const began = momentNow();
    const letters = await this.claimSome();
    if (letters.length === 0) {
      if (!this.wokenAgain) this.nothingDue = true;
      return;
    }
    this.owned.add(letters, began);
    this.asked += askedAmong(letters);
    try {
      const composed = await this.composer.compose(letters);
      for (const letter of letters) this.ready.push({ letter, composed: composed.get(letter.id) ?? null });
    } catch (error) {
      // Kept in hand they would be nobody's: not sent, and not anybody else's to take.
      await this.release(letters);
      throw error;
    }
    if (this.stopped) await this.giveBack();
    else this.startLanes();
  }

  private async claimSome(): Promise<TakenLetter[]> {
    const { letterLeaseMs } = this.config;
    if (this.stopped) return [];
    const limit = this.ready.length < MAIL_CONNECTIONS ? FIRST_BATCH : BATCH;
    const letters = await this.claims.claim('ordinary', limit, randomUUID(), letterLeaseMs);
    this.askedWait = letters.length === 0 && this.asked > 0;
    if (letters.length > 0 || this.askedWait) return letters;
    return this.claims.claim('asked', ASKED_BATCH, randomUUID(), letterLeaseMs);
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
    const { outcome, answer } = await inSpan('letter', { 'mawasu.letter.id': id }, () =>
      this.mail.send({
        ...mail,
        messageId: messageIdOf(id, this.config.publicUrl),
      }),
    );
    lettersTried.inc({ outcome });
    this.unreachable = outcome === 'unreachable' ? this.unreachable + 1 : 0;
    if (this.unreachable >= NO_SERVER) await this.giveBack();
    const after = afterTry(letter, outcome, this.config.letterRetryMs);
    return { ...base, ...after, outcome, subject: mail.subject, answer, sentTo, asTest };
  }

  /** Lets go of what is not begun, so that it is taken again when there is a server, or by another worker. */
  private async giveBack(): Promise<void> {
    this.nothingDue = true;
    this.askedWait = false;
    await this.release(this.ready.splice(0).map(({ letter }) => letter));
  }

  private async release(letters: readonly TakenLetter[]): Promise<void> {
    if (letters.length === 0) return;
    for (const letter of letters) this.letGo(letter);
    await this.claims.release(letters).catch((error: unknown) => this.complain(error));
  }

  private letGo(letter: TakenLetter): void {
    this.owned.drop(letter);
    this.asked -= askedAmong([letter]);
    if (this.asked > 0 || !this.askedWait) return;
    this.askedWait = false;
    this.nothingDue = false;
  }

  private tellWhoWaits(): void {
    const ended = (this.nothingDue && this.ready.length === 0 && !this.lookedAt) || this.lanes === 0;
    if (ended) void this.marks.flushed().then(() => this.waiting.splice(0).forEach((resolve) => resolve()));
  }

  private complain(error: unknown): void {
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const askedAmong = (letters: readonly TakenLetter[]): number =>
  letters.filter(({ kind }) => KINDS_TO_ASK.includes(kind)).length;
