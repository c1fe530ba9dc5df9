import { simpleParser } from 'mailparser';
import { wordsOf } from './mail-answer.js';

/** What a mail server tells of a message that it took and then could not deliver, or not yet. */
export interface DeliveryReport {
  /** Message-ID of the message it is about. */
  readonly messageId: string;
  readonly action: 'failed' | 'delayed';
  /** Class, subject and detail of RFC 3463: 5.1.1. */
  readonly status: string;
  /** The words of the server that would not have it. */
  readonly diagnostic: string;
}

const REPORTED = ['message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers'];

/** Reads a delivery status notification (RFC 3464); nothing when it is none, or tells of a success. */
export async function readDeliveryReport(message: Buffer | string): Promise<DeliveryReport | undefined> {
  const { attachments } = await simpleParser(message, { keepDeliveryStatus: true });
  const part = (types: readonly string[]): string =>
    attachments.find(({ contentType }) => types.includes(contentType))?.content.toString('utf8') ?? '';
  const messageId = fieldsOf(part(REPORTED)).get('message-id');
  const status = reportedStatus(part(['message/delivery-status', 'message/global-delivery-status']));
  return messageId === undefined || status === undefined ? undefined : { messageId, ...status };
}

/** The first recipient that was not reached; a letter has only one. */
function reportedStatus(text: string): Omit<DeliveryReport, 'messageId'> | undefined {
  for (const block of text.split(/\r?\n[ \t]*\r?\n/)) {
    const fields = fieldsOf(block);
    const action = fields.get('action')?.toLowerCase();
    if (action !== 'failed' && action !== 'delayed') continue;
    const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
    return {
      action,
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
      diagnostic: wordsOf(diagnostic),
    };
  }
  return undefined;
}

/** Header fields up to the first empty line, names in small letters; folded lines are one. */
function fieldsOf(text: string): Map<string, string> {
  const [head = ''] = text.replace(/^\s+/, '').split(/\r?\n\r?\n/, 1);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
    }),
  );
}
