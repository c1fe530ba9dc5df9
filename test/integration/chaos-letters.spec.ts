import { describe, expect, it } from '@jest/globals';
import { MAIL_SERVER_MISBEHAVES } from '../chaos/mail-server-misbehaves.js';
import { QUEUE_FLUSHED } from '../chaos/queue-flushed.js';
import { WORKER_KILLED } from '../chaos/worker-killed.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail. */
describe('letters survive that', () => {
  it('the worker is killed while they go out', async () => {
    expect(await WORKER_KILLED.run(true)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('the queue is emptied and its server goes away', async () => {
    expect(await QUEUE_FLUSHED.run(true)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('the mail server puts off, refuses and keeps silent', async () => {
    const result = await MAIL_SERVER_MISBEHAVES.run(true);
    expect(result).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });
});
