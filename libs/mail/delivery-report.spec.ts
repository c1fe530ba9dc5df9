import { describe, expect, it } from '@jest/globals';
import { readDeliveryReport } from './delivery-report.js';

interface Parts {
  readonly status?: string;
  readonly original?: string;
  readonly originalType?: string;
}

const LETTER = '<8f14e45f-ceea-467f-a8f8-5f3d1c1a9b10@plan.example.jp>';

/** A report as Postfix writes it. */
function report({
  status = 'Final-Recipient: rfc822; sato@example.jp\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <sato@example.jp>:\n    Recipient address rejected',
  original = `From: mawasu@example.jp\nMessage-ID:\n ${LETTER}\nSubject: x`,
  originalType = 'text/rfc822-headers',
}: Parts = {}): string {
  return `From: MAILER-DAEMON@mx.example.jp (Mail Delivery System)
To: bounces@example.jp
Subject: Undelivered Mail Returned to Sender
Message-ID: <20260401.1@mx.example.jp>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I could not deliver it.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.jp
Arrival-Date: Wed, 1 Apr 2026 08:00:00 +0900

${status}

--B
Content-Type: ${originalType}

${original}

--B--
`.replace(/\n/g, '\r\n');
}

describe('a delivery status notification', () => {
  it('tells which message could not be delivered, and why', async () => {
    expect(await readDeliveryReport(report())).toEqual({
      messageId: LETTER,
      action: 'failed',
      status: '5.1.1',
      diagnostic: '550 5.1.1 <sato@example.jp>: Recipient address rejected',
    });
  });

  it('is read with the whole message in it, too', async () => {
    const original = `From: mawasu@example.jp\nMessage-ID: ${LETTER}\nContent-Type: text/plain\n\nMessage-ID: <none@of.this>`;
    expect(await readDeliveryReport(report({ original, originalType: 'message/rfc822' }))).toMatchObject({
      messageId: LETTER,
    });
  });

  it('tells a delay from a failure', async () => {
    const status = 'Final-Recipient: rfc822; sato@example.jp\nAction: Delayed\nStatus: 4.4.1';
    expect(await readDeliveryReport(report({ status }))).toMatchObject({
      action: 'delayed',
      status: '4.4.1',
      diagnostic: '',
    });
  });

  it('is none when it tells of a success, names no message, or is an ordinary mail', async () => {
    const status = 'Final-Recipient: rfc822; sato@example.jp\nAction: relayed\nStatus: 2.0.0';
    expect(await readDeliveryReport(report({ status }))).toBeUndefined();
    expect(await readDeliveryReport(report({ original: 'Subject: x' }))).toBeUndefined();
    expect(await readDeliveryReport('Subject: on holiday\r\n\r\nBack on Monday.')).toBeUndefined();
    expect(await readDeliveryReport('')).toBeUndefined();
  });
});
