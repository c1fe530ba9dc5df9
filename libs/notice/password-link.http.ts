import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, Logger, Post } from '@nestjs/common';
import { z } from 'zod';
import { BusinessClock } from '#calendar/clock';
import { CONFIG, type Config } from '#config';
import { LONGEST_PASSWORD, PASSWORD_LINK_HOURS, PasswordLinkService, Public } from '#directory';
import { MailService } from '#mail';
import { LetterWriter } from './letter-writer.js';
import { passwordLetter } from './letters/index.js';

const askSchema = z.object({ name: z.string().trim().min(1).max(200) });
const redeemSchema = z.object({
  token: z.string().min(20).max(200),
  password: z.string().min(1).max(LONGEST_PASSWORD),
});

/** Choosing a password by mail: for newcomers, and for who forgot theirs. */
@Public()
@Controller('api/password-links')
export class PasswordLinkController {
  private readonly logger = new Logger('PasswordLink');

  constructor(
    private readonly links: PasswordLinkService,
    private readonly writer: LetterWriter,
    private readonly mail: MailService,
    private readonly clock: BusinessClock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers the same whoever was named, and does not wait for the mail server, so that nobody learns who exists. */
  @Post()
  @HttpCode(204)
  async ask(@Body({ schema: askSchema }) { name }: z.infer<typeof askSchema>): Promise<void> {
    const issued = await this.links.issue(name);
    if (issued) void this.send(issued.person, issued.token);
  }

  @Post('redeem')
  @HttpCode(204)
  redeem(@Body({ schema: redeemSchema }) body: z.infer<typeof redeemSchema>): Promise<void> {
    return this.links.redeem(body.token, body.password);
  }

  private async send(
    person: { name: string; email: string; language: 'ja' | 'en' },
    token: string,
  ): Promise<void> {
    try {
      const frame = await this.writer.frame(
        { title: '', name: person.name, language: person.language },
        await this.clock.today(),
      );
      const { outcome, answer } = await this.mail.send({
        to: { name: person.name, address: person.email },
        ...passwordLetter({ ...frame, url: `/password#${token}`, hours: PASSWORD_LINK_HOURS }),
        messageId: `<${randomUUID()}@${new URL(this.config.publicUrl).hostname}>`,
      });
      if (outcome !== 'sent') this.logger.warn(`a password link was not sent: ${answer}`);
    } catch (error) {
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
