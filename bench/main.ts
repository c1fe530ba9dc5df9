import { runBars } from '../test/chaos/run-bars.js';
import { MANAGER_DIGESTS } from './manager-digests.js';

const BARS = [MANAGER_DIGESTS];

await runBars(BARS, process.argv.slice(2));
