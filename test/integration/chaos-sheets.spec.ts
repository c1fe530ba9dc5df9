import { describe, expect, it } from '@jest/globals';
import { connectionsCut } from '../chaos/connections-cut.js';
import { databaseStopped } from '../chaos/database-stopped.js';
import { manyHands } from '../chaos/many-hands.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail. */
describe('work survives that', () => {
  it('the database stops at once while sheets are handed in and a year opens', async () => {
    const result = await databaseStopped({ stopsWhileWriting: 2, stopsWhileOpening: 2 });
    expect(result).toMatchObject({ pass: true, value: 0 });
  });

  it('many hands decide one sheet in one moment', async () => {
    const result = await manyHands({ tasks: 1, hands: 30, lives: 2 });
    expect(result).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('connections are reset and the database restarts', async () => {
    expect(await connectionsCut(500, { naive: false })).toMatchObject({ pass: true });
  });
});
