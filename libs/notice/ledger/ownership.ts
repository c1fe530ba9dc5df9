import type { ClaimStore, TakenLetter } from './claim.store.js';

/** Renewed thrice within a lease: one failing statement does not lose it. */
const RENEWALS = 3;
const AGAIN_MS = 500;

/** A moment on two clocks: one that is never set back, one that runs on while the machine sleeps. */
export interface Moment {
  readonly steady: number;
  readonly wall: number;
}

export const momentNow = (): Moment => ({ steady: performance.now(), wall: Date.now() });

/** Milliseconds that may have passed since, at most. */
const ageOf = (since: Moment): number => Math.max(performance.now() - since.steady, Date.now() - since.wall);

/**
 * The letters that this worker owns. A worker that was paused must not go on with what another has taken meanwhile: a
 * letter is sent only while its lease is surely young, and asked for again when it is not.
 */
export class Ownership {
  private readonly letters = new Map<string, TakenLetter>();
  /** The moment before the last statement that gave us the lease of each. */
  private readonly since = new Map<string, Moment>();
  private renewing: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;
  private stopped = false;

  /** `inTurn` keeps two statements over the same letters apart. */
  constructor(
    private readonly claims: ClaimStore,
    private readonly leaseMs: number,
    private readonly inTurn: (work: () => Promise<void>) => Promise<void>,
  ) {
    this.timer = setInterval(() => void this.renew().catch(() => {}), leaseMs / RENEWALS);
    this.timer.unref();
  }

  add(letters: readonly TakenLetter[], since: Moment): void {
    for (const letter of letters) {
      this.letters.set(letter.id, letter);
      this.since.set(letter.id, since);
    }
  }

  drop(letter: TakenLetter): void {
    // Only this claim: meanwhile we may have taken the same letter anew.
    if (this.letters.get(letter.id)?.claimId !== letter.claimId) return;
    this.letters.delete(letter.id);
    this.since.delete(letter.id);
  }

  /** Whether the letter may be sent now; asks again when the lease is no longer surely ours. */
  async isOurs(letter: TakenLetter): Promise<boolean> {
    while (this.letters.get(letter.id)?.claimId === letter.claimId) {
      const since = this.since.get(letter.id);
      if (since && ageOf(since) < this.leaseMs / 2) return true;
      if (this.stopped) return false;
      try {
        await this.renew();
      } catch {
        // Without the database nothing is sent: nobody could say whose it is.
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
    return false;
  }

  stop(): void {
    this.stopped = true;
    clearInterval(this.timer);
  }

  private renew(): Promise<void> {
    this.renewing ??= this.inTurn(() => this.askAgain()).finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async askAgain(): Promise<void> {
    const asked = [...this.letters.values()];
    if (asked.length === 0) return;
    const began = momentNow();
    const kept = await this.claims.renew(asked, this.leaseMs);
    for (const letter of asked)
      if (!kept.has(letter.id)) this.drop(letter);
      else if (this.letters.get(letter.id)?.claimId === letter.claimId) this.since.set(letter.id, began);
  }
}
