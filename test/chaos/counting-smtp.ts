import { SMTPServer } from 'smtp-server';
import { freePort } from '../../scripts/running/embedded-postgres.mjs';

/** What the mail server does with a letter: takes it, answers with an error, or never answers. */
export type SmtpAnswer = 'accept' | 'hang' | { readonly code: number; readonly text: string };

export interface SmtpCopy {
  readonly messageId: string;
  readonly to: string;
  readonly at: number;
}

/** A mail server that keeps the Message-ID of every copy it took, and misbehaves as it is told. */
export class CountingSmtp {
  readonly copies: SmtpCopy[] = [];
  /** What it was offered, taken or not. */
  offered = 0;
  port = 0;
  private server: SMTPServer | undefined;
  private readonly hanging = new Set<(error: Error) => void>();

  /** Whole messages as they came, when it was told to keep them. */
  readonly raw: Buffer[] = [];

  /** @param answer decides by recipient and by how often this letter was offered before */
  constructor(
    private readonly answer: (to: string, tries: number) => SmtpAnswer = () => 'accept',
    private readonly keepsRaw = false,
  ) {}

  async start(): Promise<this> {
    this.port ||= await freePort();
    const tries = new Map<string, number>();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 200,
      onData: (stream, session, callback) => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        let head = '';
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => {
          if (this.keepsRaw) chunks.push(chunk);
          if (head.length < 8_000) head += chunk.toString('latin1');
        });
        stream.on('end', () => {
          const messageId = /^message-id:\s*(<[^>]*>)/im.exec(head)?.[1] ?? '';
          const before = tries.get(messageId) ?? 0;
          tries.set(messageId, before + 1);
          this.offered++;
          const answer = this.answer(to, before);
          if (answer === 'hang') return void this.hanging.add(callback);
          if (answer === 'accept') {
            if (this.keepsRaw) this.raw.push(Buffer.concat(chunks));
            this.copies.push({ messageId, to, at: Date.now() });
            return callback();
          }
          callback(Object.assign(new Error(answer.text), { responseCode: answer.code }));
        });
      },
    });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.server = server;
    return this;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Copies by the address they went to. */
  byAddress(): Map<string, SmtpCopy[]> {
    return Map.groupBy(this.copies, (copy) => copy.to);
  }

  async stop(): Promise<void> {
    for (const end of this.hanging) end(new Error('closed'));
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }
}
