import type { ClaimStore, TakenLetter } from './claim.store.js';

/** A planner who stops mail means now: so long an earlier look is believed. */
const BELIEVED_MS = 200;
const AGAIN_MS = 500;

/** Whether the mail setting under which letters were taken still holds: one small statement for all lanes. */
export class SettingWatch {
  private version = 0;
  private lookedAt = -Infinity;
  private looking: Promise<void> | undefined;

  constructor(private readonly claims: Pick<ClaimStore, 'settingVersion'>) {}

  /** Waits for a database that is away, until `leaving`: without it nothing is sent. */
  async stillHolds(letter: TakenLetter, leaving: AbortSignal): Promise<boolean> {
    while (performance.now() - this.lookedAt > BELIEVED_MS) {
      if (leaving.aborted) return false;
      try {
        await (this.looking ??= this.look().finally(() => (this.looking = undefined)));
        // However long the look took: a database that is slow does not have it looked at for ever.
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
    return this.version === letter.settingVersion;
  }

  private async look(): Promise<void> {
    const began = performance.now();
    this.version = await this.claims.settingVersion();
    this.lookedAt = began;
  }
}
