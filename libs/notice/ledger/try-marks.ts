import { Logger } from '@nestjs/common';
import type { ClaimStore, TryResult } from './claim.store.js';

/** A crash between the server's answer and our mark can repeat what is not marked yet: keep that little. */
const MICRO_BATCH = 10;
const MICRO_BATCH_MS = 20;
/** More unmarked answers than these and nothing new is sent: the database is slow, or away. */
const MOST_UNMARKED = 3 * MICRO_BATCH;
const AGAIN_MS = 500;
/** SQLSTATE classes that say "what you write does not fit": the same statement would fail for ever. */
const DOES_NOT_FIT = /^2[23]/;
const NOT_KEPT = 'the answer of the mail server could not be kept';

/** Writes the answers down in micro-batches, one statement at a time, and tries a statement that failed again. */
export class TryMarks {
  private readonly logger = new Logger('Letters');
  private readonly results: TryResult[] = [];
  private unmarked = 0;
  private turn: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private leaving = false;

  constructor(private readonly claims: Pick<ClaimStore, 'mark'>) {}

  add(result: TryResult): void {
    this.results.push(result);
    this.unmarked += 1;
    if (this.results.length >= MICRO_BATCH) this.flush();
    else this.timer ??= setTimeout(() => this.flush(), MICRO_BATCH_MS);
  }

  /** Waits while too many answers are not written down. */
  async roomForOne(): Promise<void> {
    while (this.unmarked >= MOST_UNMARKED) await this.turn;
  }

  /** Runs a statement when those before it are through. */
  after(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => {});
    return done;
  }

  /** Everything added so far is written down. */
  flushed(): Promise<void> {
    this.flush();
    return this.turn;
  }

  /** The same at the end of the process: what fails now is left to the lease. */
  settle(): Promise<void> {
    this.leaving = true;
    return this.flushed();
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.results.splice(0);
    if (batch.length > 0) void this.after(() => this.mark(batch));
  }

  /**
   * The answers are known here alone: they are kept until the database has them. One that it cannot keep, however often
   * it is asked, does not hold up the others, nor sending.
   */
  private async mark(batch: readonly TryResult[]): Promise<void> {
    for (;;) {
      try {
        await this.claims.mark(batch);
        break;
      } catch (error) {
        this.logger.error(`answers of the mail server are not written down yet: ${String(error)}`);
        if (doesNotFit(error)) {
          await this.markWithout(batch);
          return;
        }
        if (this.leaving) break;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
    this.unmarked -= batch.length;
  }

  /** One by one; of the one that does not fit at least the outcome, or it would be sent again and again. */
  private async markWithout(batch: readonly TryResult[]): Promise<void> {
    const [first, ...more] = batch;
    if (!first) return;
    if (more.length > 0) {
      for (const result of batch) await this.mark([result]);
      return;
    }
    this.logger.error(`the answer to letter ${first.id} cannot be kept: ${JSON.stringify(first.answer)}`);
    if (first.answer !== NOT_KEPT) {
      await this.mark([{ ...first, answer: NOT_KEPT, subject: '' }]);
      return;
    }
    this.unmarked -= 1;
  }
}

function doesNotFit(error: unknown): boolean {
  return error instanceof Error && 'code' in error && DOES_NOT_FIT.test(String(error.code));
}
