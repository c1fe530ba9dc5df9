import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReportReceiverOptions {
  readonly host: string;
  readonly port: number;
  /** The one address that it takes mail for. */
  readonly address: string;
  /** Takes one whole message; a failure has the sender try again. */
  readonly take: (message: Buffer) => Promise<void>;
}

const LARGEST_REPORT = 1024 * 1024;
const MOST_SENDERS = 10;

/** A small SMTP server that mail servers report to. It relays nothing. */
export class ReportReceiver {
  private readonly server: SMTPServer;

  constructor(private readonly options: ReportReceiverOptions) {
    this.server = new SMTPServer({
      size: LARGEST_REPORT,
      maxClients: MOST_SENDERS,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.toLowerCase() === options.address.toLowerCase()
            ? null
            : Object.assign(new Error('no such mailbox here'), { responseCode: 550 }),
        ),
      onData: (stream, _session, done) => {
        buffer(stream)
          .then((message) => {
            if (stream.sizeExceeded)
              throw Object.assign(new Error('too large for a report'), { responseCode: 552 });
            return options.take(message);
          })
          .then(
            () => done(),
            (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
          );
      },
    });
    // A sender that hangs up is no concern of ours.
    this.server.on('error', () => {});
  }

  listen(): Promise<void> {
    const { host, port } = this.options;
    return new Promise((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(port, host, () => resolve());
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
