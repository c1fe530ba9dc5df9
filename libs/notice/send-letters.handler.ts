import { Injectable } from '@nestjs/common';
import { Bell, HandlesJob, type HeartbeatCheck, type JobHandler } from '#jobs';
import { ClaimStore } from './ledger/claim.store.js';
import { LetterSender } from './ledger/letter-sender.js';
import { sendLetters } from './send-letters.job.js';

@Injectable()
@HandlesJob(sendLetters)
export class SendLettersHandler implements JobHandler<object> {
  constructor(private readonly sender: LetterSender) {}

  handle(): Promise<void> {
    return this.sender.run();
  }
}

/** Finds letters that no job has taken, e.g. because the queue was emptied, or whose worker died. */
@Injectable()
export class PlannedLettersCheck implements HeartbeatCheck {
  constructor(
    private readonly claims: ClaimStore,
    private readonly bell: Bell,
    private readonly sender: LetterSender,
  ) {}

  async look(): Promise<void> {
    if (!(await this.claims.anyDue())) return;
    // Without a queue the letters still go: claims keep two senders apart. The beat does not wait for them.
    this.sender.wake();
    await this.bell.ring(sendLetters, {});
  }
}
