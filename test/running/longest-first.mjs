import TestSequencer from '@jest/test-sequencer';

/** What takes long begins first, so that the workers end together: whole years, then faults, then the rest by size. */
const ORDER = [/\/story\/every-page/, /\/story\//, /\/integration\/chaos-/, /\/integration\//, /\/house\//];

const placeOf = ({ path }) => {
  const place = ORDER.findIndex((part) => part.test(path));
  return place === -1 ? ORDER.length : place;
};

export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
