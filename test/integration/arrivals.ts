import { letterIdOf } from '../../libs/notice/ledger/message-id.js';
import type { ScriptedSmtp } from '../running/smtp.js';

interface Addressed {
  readonly id: string;
  readonly recipientId: string;
}

/** On which business day each message came to the mail server. */
export class Arrivals {
  /** How many had arrived when each day began: what comes until the next one arrives on that day. */
  private readonly days: { readonly day: string; readonly arrived: number }[] = [];

  constructor(private readonly smtp: ScriptedSmtp) {}

  begin(day: string): void {
    this.days.push({ day, arrived: this.smtp.mails.length });
  }

  /** Who got these letters when, as "person on day", one for each message. */
  of(letters: readonly Addressed[]): string[] {
    const recipientOf = new Map(letters.map(({ id, recipientId }) => [id, recipientId]));
    return this.smtp.mails.flatMap(({ messageId }, at) => {
      const recipient = recipientOf.get(letterIdOf(messageId) ?? '');
      const day = this.days.findLast(({ arrived }) => arrived <= at)?.day ?? 'the first day';
      return recipient === undefined ? [] : [`${recipient} on ${day}`];
    });
  }
}
