import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '#config';
import { answerOfFailure, type Handed, type MailAnswer, type MailFailure, wordsOf } from './mail-answer.js';

export interface Mail {
  /** Who gets it. A name stands for one address only. */
  readonly to: { readonly name: string; readonly address: string } | readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Derived from the letter, so that a repeated transmission is recognisable. */
  readonly messageId: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Connections to the mail server; more would be refused by common servers. */
export const MAIL_CONNECTIONS = 5;
const LONGEST_SETUP_MS = 10_000;

/** A message that is made ready, as a plugin of nodemailer sees it. */
interface PreparedMail {
  readonly data: { readonly messageId?: string };
  readonly message: { createReadStream: () => Readable };
}

/** Only transmits: what to send, to whom and whether it was sent before is known elsewhere. */
@Injectable()
export class MailService implements OnApplicationShutdown {
  private readonly transport: Transporter;
  /** Messages under way, by Message-ID: read to their end, the server may have them. */
  private readonly underWay = new Map<string, Readable>();

  constructor(@Inject(CONFIG) private readonly config: Config) {
    const url = new URL(config.smtpUrl);
    const setup = Math.min(LONGEST_SETUP_MS, config.smtpTimeoutMs);
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
      // A server that drops every connection is a failure to be told, not to be tried in silence.
      maxRequeues: 1,
      connectionTimeout: setup,
      greetingTimeout: setup,
      socketTimeout: config.smtpTimeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
    this.transport.use('stream', (prepared, done) => {
      this.follow(prepared as unknown as PreparedMail);
      done();
    });
  }

  async send(mail: Mail): Promise<MailAnswer> {
    const addresses = 'address' in mail.to ? [mail.to.address] : [...mail.to];
    try {
      const sent = (await this.transport.sendMail({
        from: { name: `回す（${this.config.cityName}総合計画）`, address: this.config.mailFrom },
        to: 'address' in mail.to ? mail.to : addresses,
        envelope: { from: this.config.bounceAddress ?? this.config.mailFrom, to: addresses },
        subject: mail.subject,
        html: mail.html,
        text: mail.text,
        messageId: mail.messageId,
        // A Japanese character takes four bytes in it, and nine in quoted-printable.
        textEncoding: 'base64',
        headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' },
      })) as { response?: string };
      return { outcome: 'sent', answer: wordsOf(sent.response ?? '') };
    } catch (error) {
      const failure: MailFailure = error instanceof Error ? error : { message: String(error) };
      return answerOfFailure(failure, this.handed(mail.messageId));
    } finally {
      this.underWay.delete(mail.messageId);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  /** A message is opened when a server has greeted us and let us in. */
  private handed(messageId: string): Handed {
    const message = this.underWay.get(messageId);
    if (!message) return 'nothing';
    return message.readableEnded ? 'whole' : 'begun';
  }

  /** The server can only have taken a message that was read to its end: what ends it is written after that. */
  private follow({ data, message }: PreparedMail): void {
    const create = message.createReadStream.bind(message);
    message.createReadStream = (): Readable => {
      const stream = create();
      if (data.messageId !== undefined) this.underWay.set(data.messageId, stream);
      return stream;
    };
  }
}
