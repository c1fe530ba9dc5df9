import { describe, expect, it } from '@jest/globals';
import { offOverNewYear } from '../chaos/off-over-new-year.js';
import { sixReplicas } from '../chaos/six-replicas.js';
import { timeZones } from '../chaos/time-zones.js';

/** Small versions of `npm run chaos`; the naive way beside each must fail. */
describe('the timetable holds although', () => {
  it('everything is off over 1 April, and two workers come back at once', async () => {
    expect(await offOverNewYear(['two workers at once'])).toMatchObject({
      pass: true,
      naive: { failed: true },
    });
  });

  it('replicas boot at once and are replaced', async () => {
    expect(await sixReplicas(9, { replicas: 3, naive: false })).toMatchObject({ pass: true, value: 0 });
  });

  it('machines stand in other zones', async () => {
    expect(await timeZones(400)).toMatchObject({ pass: true, value: 0, naive: { failed: true } });
  });
});
