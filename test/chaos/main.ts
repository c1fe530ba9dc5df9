import { OFF_OVER_NEW_YEAR } from './off-over-new-year.js';
import { runBars } from './run-bars.js';
import { TIME_ZONES } from './time-zones.js';
import { WORKER_KILLED } from './worker-killed.js';

const BARS = [WORKER_KILLED, OFF_OVER_NEW_YEAR, TIME_ZONES];

await runBars(BARS, process.argv.slice(2));
