import { OFF_OVER_NEW_YEAR } from './off-over-new-year.js';
import { runBars } from './run-bars.js';

const BARS = [OFF_OVER_NEW_YEAR];

await runBars(BARS, process.argv.slice(2));
