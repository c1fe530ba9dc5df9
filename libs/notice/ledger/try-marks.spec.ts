import { describe, expect, it } from '@jest/globals';
import type { TryResult } from './claim.store.js';
import { TryMarks } from './try-marks.js';

const result = (id: string, answer = '250 OK'): TryResult => ({
  id,
  claimId: 'claim',
  state: 'sent',
  outcome: 'sent',
  waitMs: null,
  subject: '',
  answer,
  sentTo: null,
  asTest: false,
});
const failure = (code: string): Error => Object.assign(new Error(`SQLSTATE ${code}`), { code });

/** A database that refuses batches as `refuse` says, and keeps the others. */
function marksOn(refuse: (batch: readonly TryResult[]) => Error | undefined) {
  const kept: TryResult[] = [];
  const marks = new TryMarks({
    mark: (batch) => {
      const error = refuse(batch);
      if (error) return Promise.reject(error);
      kept.push(...batch);
      return Promise.resolve();
    },
  });
  return { marks, kept };
}

describe('answers of the mail server', () => {
  it('one that the database cannot keep is kept without its words, and holds up no other', async () => {
    const { marks, kept } = marksOn((batch) =>
      batch.some(({ answer }) => answer.includes('\0')) ? failure('22P05') : undefined,
    );
    for (let i = 0; i < 40; i += 1) marks.add(result(String(i), i === 3 ? '550 no\0' : '250 OK'));
    await marks.flushed();
    expect(kept).toHaveLength(40);
    expect(kept.find(({ id }) => id === '3')).toMatchObject({
      state: 'sent',
      answer: expect.stringContaining('could not'),
    });
    await marks.roomForOne();
  });

  it('one that cannot be kept in any form is let go', async () => {
    const { marks, kept } = marksOn((batch) =>
      batch.some(({ id }) => id === '3') ? failure('23503') : undefined,
    );
    for (let i = 0; i < 40; i += 1) marks.add(result(String(i)));
    await marks.flushed();
    expect(kept).toHaveLength(39);
    await marks.roomForOne();
  });

  it('all are kept until a database that is away comes back', async () => {
    let away = 2;
    const { marks, kept } = marksOn(() => (away-- > 0 ? failure('ECONNRESET') : undefined));
    marks.add(result('1'));
    await marks.flushed();
    expect(kept).toHaveLength(1);
  });
});
