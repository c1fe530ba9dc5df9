import TestSequencer from '@jest/test-sequencer';

const KINDS = [
  ['browser', /[\\/]test[\\/]story[\\/]/],
  ['faults', /[\\/]test[\\/]integration[\\/]chaos-/],
  ['integration', /[\\/]test[\\/]integration[\\/]/],
  ['rules', /./],
];
const kindOf = ({ path }) => KINDS.find(([, part]) => part.test(path))?.[0];

/**
 * What takes long begins first, so that the workers end together; a browser beside a suite that mostly waits, as two
 * browsers only wait for each other's processor.
 */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    const of = (...kinds) => kinds.flatMap((kind) => sorted.filter((test) => kindOf(test) === kind));
    const [browsers, others] = [of('browser'), of('faults', 'integration')];
    const pairs = others.flatMap((test, place) => [browsers[place], test]);
    return [...pairs, ...browsers.slice(others.length), ...of('rules')].filter((test) => test !== undefined);
  }
}
