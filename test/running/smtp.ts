import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string;
  /** What it says; read on demand, as mails come by the hundred. */
  parsed(): Promise<ParsedMail>;
}

/** What the server does with a recipient or a message. `drop`: has all of it and cuts the line; `hang`: falls silent. */
export type Behaviour = 'take' | 'drop' | 'hang' | { readonly code: number; readonly words: string };

export interface ScriptedSmtp {
  readonly url: string;
  /** Every message that was handed over, answered or not, in order. */
  readonly mails: readonly ReceivedMail[];
  /** Until set, everything is taken. */
  onRecipient: (address: string) => Behaviour | Promise<Behaviour>;
  onMessage: (mail: ReceivedMail) => Behaviour | Promise<Behaviour>;
  stop(): Promise<void>;
}

/** A real SMTP server that misbehaves on demand. */
export async function startSmtp(): Promise<ScriptedSmtp> {
  const mails: ReceivedMail[] = [];
  const cut = (session: SMTPServerSession): void => {
    for (const connection of server.connections as unknown as Iterable<Connection>)
      if (connection.session.id === session.id) connection._socket.destroy();
  };
  const answer = (
    behaviour: Behaviour,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
  ): void => {
    if (behaviour === 'take') done();
    else if (behaviour === 'drop') cut(session);
    else if (behaviour !== 'hang')
      done(Object.assign(new Error(behaviour.words), { responseCode: behaviour.code }));
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (address, session, done) => {
      void Promise.resolve(scripted.onRecipient(address.address)).then((one) => answer(one, session, done));
    },
    onData: (stream, session, done) => {
      void (async () => {
        const raw = await buffer(stream).catch(() => undefined);
        // The sender has gone in the middle of it.
        if (!raw) return;
        const { mailFrom, rcptTo } = session.envelope;
        const mail: ReceivedMail = {
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          messageId: /^message-id:\s*(\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '',
          parsed: () => simpleParser(raw),
        };
        mails.push(mail);
        answer(await scripted.onMessage(mail), session, done);
      })();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const scripted: ScriptedSmtp = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    onRecipient: () => 'take',
    onMessage: () => 'take',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const connection of server.connections as unknown as Iterable<Connection>)
          connection._socket.destroy();
      }),
  };
  return scripted;
}

interface Connection {
  readonly session: { readonly id: string };
  readonly _socket: { destroy(): void };
}
