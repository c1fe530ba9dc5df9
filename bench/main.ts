import { runBars } from '../test/chaos/run-bars.js';
import { LONG_LISTS } from './long-lists.js';
import { MANAGER_DIGESTS } from './manager-digests.js';

const BARS = [MANAGER_DIGESTS, LONG_LISTS];

await runBars(BARS, process.argv.slice(2));
