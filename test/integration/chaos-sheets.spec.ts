import { describe, expect, it } from '@jest/globals';
import { CONNECTIONS_CUT } from '../chaos/connections-cut.js';
import { DATABASE_STOPPED } from '../chaos/database-stopped.js';
import { MANY_HANDS } from '../chaos/many-hands.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail, where there is time for it. */
describe('work survives that', () => {
  it('the database stops at once while sheets are handed in and a year opens', async () => {
    expect(await DATABASE_STOPPED.run(true)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('many hands decide one sheet in one moment', async () => {
    expect(await MANY_HANDS.run(true)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });

  it('connections are reset, the database restarts and a worker stands still', async () => {
    expect(await CONNECTIONS_CUT.run(true)).toMatchObject({ pass: true, naive: null });
  });
});
