import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '#config';
import { Bell, defineJob, HandlesJob, type HeartbeatCheck, type JobHandler } from '#jobs';
import { MAIL_CONNECTIONS, MailService } from '#mail';
import { LetterWriter } from './letter-writer.js';
import { type ClaimedLetter, type LetterResult, LetterStore } from './letter.store.js';
import type { RenderedLetter } from './letters/index.js';

/** Sends what is due; carries nothing, since the letters are rows. */
export const sendLetters = defineJob('send-letters', z.object({}));

const BATCH = 100;
const LEASE_SECONDS = 120;
const RETRY_SECONDS = 30;
/** With the back-off about three days, the longest weekend a mail server may sleep through. */
const MAX_TRIES = 40;
/** A crash between the server's answer and our mark can repeat what is not marked yet: keep that little. */
const MICRO_BATCH = 10;
const MICRO_BATCH_MS = 20;

@Injectable()
@HandlesJob(sendLetters)
export class SendLettersHandler implements JobHandler<object> {
  constructor(
    private readonly store: LetterStore,
    private readonly writer: LetterWriter,
    private readonly mail: MailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async handle(): Promise<void> {
    for (;;) {
      const letters = await this.store.claim(BATCH, LEASE_SECONDS);
      if (letters.length === 0) return;
      await this.sendAll(letters, await this.writer.write(letters));
    }
  }

  private async sendAll(
    letters: readonly ClaimedLetter[],
    rendered: ReadonlyMap<string, RenderedLetter | null>,
  ): Promise<void> {
    const results: LetterResult[] = [];
    let marking: Promise<void> = Promise.resolve();
    let markedAt = Date.now();
    const flush = (): void => {
      const batch = results.splice(0);
      markedAt = Date.now();
      if (batch.length > 0) marking = marking.then(() => this.store.mark(batch, RETRY_SECONDS));
    };
    const queue = [...letters];
    const sendNext = async (): Promise<void> => {
      for (let letter = queue.shift(); letter; letter = queue.shift()) {
        results.push(await this.send(letter, rendered.get(letter.id)));
        if (results.length >= MICRO_BATCH || Date.now() - markedAt >= MICRO_BATCH_MS) flush();
      }
    };
    await Promise.all(Array.from({ length: MAIL_CONNECTIONS }, sendNext));
    flush();
    await marking;
  }

  private async send(
    letter: ClaimedLetter,
    rendered: RenderedLetter | null | undefined,
  ): Promise<LetterResult> {
    // Everything it would have told was settled in the meantime.
    if (!rendered) return { id: letter.id, state: 'not_needed', subject: '', answer: '' };
    const { outcome, answer } = await this.mail.send({
      to: { name: letter.name, address: letter.email },
      ...rendered,
      messageId: `<${letter.id}@${new URL(this.config.publicUrl).hostname}>`,
    });
    const exhausted = outcome === 'never' || letter.tries >= MAX_TRIES;
    const state = outcome === 'sent' ? 'sent' : exhausted ? 'failed' : 'planned';
    return { id: letter.id, state, subject: rendered.subject, answer };
  }
}

/** Finds letters that no job has taken, e.g. because the queue was emptied. */
@Injectable()
export class PlannedLettersCheck implements HeartbeatCheck {
  private sending: Promise<void> | undefined;

  constructor(
    private readonly store: LetterStore,
    private readonly bell: Bell,
    private readonly handler: SendLettersHandler,
  ) {}

  async look(): Promise<void> {
    if (this.sending || !(await this.store.anyDue())) return;
    await this.bell.ring(sendLetters, {});
    // Without a queue the letters still go: claims keep two senders apart.
    this.sending = this.handler.handle().finally(() => (this.sending = undefined));
    await this.sending;
  }
}
