import { describe, expect, it } from '@jest/globals';
import { OFF_OVER_NEW_YEAR } from '../chaos/off-over-new-year.js';
import { SIX_REPLICAS } from '../chaos/six-replicas.js';
import { TIME_ZONES } from '../chaos/time-zones.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail, where there is time for it. */
describe('the timetable holds although', () => {
  it('everything is off over 1 April, and two workers come back at once', async () => {
    const result = await OFF_OVER_NEW_YEAR.run(true);
    expect(result.seen?.['problems'] ?? []).toEqual([]);
    expect(result).toMatchObject({ pass: true, naive: { failed: true } });
  });

  it('replicas boot at once and are replaced', async () => {
    expect(await SIX_REPLICAS.run(true)).toMatchObject({ pass: true, value: 0, naive: null });
  });

  it('machines stand in other zones', async () => {
    expect(await TIME_ZONES.run(true)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });
});
