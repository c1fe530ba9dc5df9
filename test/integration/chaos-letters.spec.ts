import { describe, expect, it } from '@jest/globals';
import { mailServerMisbehaves } from '../chaos/mail-server-misbehaves.js';
import { queueFlushed } from '../chaos/queue-flushed.js';
import { workerKilled } from '../chaos/worker-killed.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail. */
describe('letters survive that', () => {
  it('the worker is killed while they go out', async () => {
    const result = await workerKilled({ letters: 200, kills: 2, naiveLetters: 300, naiveKills: 2 });
    expect(result).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('the queue is emptied and its server goes away', async () => {
    const sizes = { letters: 120, naiveJobs: 400, outageMs: 1_500, heartbeatMs: 500 };
    expect(await queueFlushed(sizes)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('the mail server puts off, refuses and keeps silent', async () => {
    // How long others wait is measured by `npm run chaos` alone: speed is no matter of these tests.
    const sizes = { letters: 120, naiveLetters: 30, pairs: 0, lettersOfAPair: 0 };
    expect(await mailServerMisbehaves(sizes)).toMatchObject({ pass: true, value: 0 });
  });
});
