import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#config';

export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Derived from the letter, so that a repeated transmission is recognisable. */
  readonly messageId: string;
}

/** What the server answered. `later` may be tried again, `never` may not. */
export type MailAnswer = { readonly outcome: 'sent' | 'later' | 'never'; readonly answer: string };

/** Connections to the mail server; more would be refused by common servers. */
export const MAIL_CONNECTIONS = 5;

const ABOUT_THE_LETTER = new Set(['RCPT TO', 'DATA']);

/** Only transmits: what to send, to whom and whether it was sent before is known elsewhere. */
@Injectable()
export class MailService implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const url = new URL(config.smtpUrl);
    this.transport = createTransport({
      host: url.hostname,
      port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 25)),
      secure: url.protocol === 'smtps:',
      ...(url.username
        ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      maxMessages: 1_000,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
  }

  async send(mail: Mail): Promise<MailAnswer> {
    try {
      const sent = (await this.transport.sendMail({
        from: { name: `回す（${this.config.cityName}総合計画）`, address: this.config.mailFrom },
        to: mail.to,
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })) as { response?: string };
      return { outcome: 'sent', answer: sent.response ?? '' };
    } catch (error) {
      const code = (error as { responseCode?: number }).responseCode;
      const answer = error instanceof Error ? error.message : String(error);
      const command = (error as { command?: string }).command ?? '';
      // Only a refusal of this very letter is final; a server that refuses us all may be mended.
      const refused = code !== undefined && code >= 500 && ABOUT_THE_LETTER.has(command);
      return { outcome: refused ? 'never' : 'later', answer: answer.slice(0, 500) };
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
