import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, HttpCode, Logger, Post } from '@nestjs/common';
import { z } from 'zod';
import { BusinessClock } from '#calendar/clock';
import { Database, type Sql } from '#database';
import { LONGEST_PASSWORD, PasswordLinkService, Public } from '#directory';
import { Bell } from '#jobs';
import { PasswordLetterStore } from './password-letter.store.js';
import { sendLetters } from './send-letters.job.js';

const askSchema = z.object({ name: z.string().trim().min(1).max(200) });
const redeemSchema = z.object({
  token: z.string().min(20).max(200),
  password: z.string().min(1).max(LONGEST_PASSWORD),
});

/** Longer than the work for a known name takes: the answer's time tells nobody who exists. */
const ANSWER_MS = 250;

/** Choosing a password by mail: for newcomers, and for who forgot theirs. */
@Public()
@Controller('api/password-links')
export class PasswordLinkController {
  private readonly logger = new Logger('PasswordLink');

  constructor(
    private readonly links: PasswordLinkService,
    private readonly letters: PasswordLetterStore,
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly bell: Bell,
  ) {}

  /** Answers the same, after the same time, whoever was named. */
  @Post()
  @HttpCode(204)
  async ask(@Body({ schema: askSchema }) { name }: z.infer<typeof askSchema>): Promise<void> {
    await Promise.all([wait(ANSWER_MS), this.plan(name)]);
  }

  @Post('redeem')
  @HttpCode(204)
  redeem(@Body({ schema: redeemSchema }) body: z.infer<typeof redeemSchema>): Promise<void> {
    return this.links.redeem(body.token, body.password);
  }

  /** Wish and letter are one transaction; the letter is written, with its link, when it is sent. */
  private async plan(name: string): Promise<void> {
    try {
      const planned = await this.database.transaction((sql) => this.planLetter(sql, name));
      if (planned) await this.bell.ring(sendLetters, {});
    } catch (error) {
      // An error would tell that the name is known.
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  private async planLetter(sql: Sql, name: string): Promise<boolean> {
    const asked = await this.links.ask(sql, name);
    if (!asked) return false;
    await this.letters.plan(sql, { ...asked, day: await this.clock.today(sql) });
    return true;
  }
}
