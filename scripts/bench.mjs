// How fast the product is beside what it cannot beat: `npm run bench` runs every bar, `npm run bench P3` some.
import { runBars } from './running/bars.mjs';

await runBars('bench/main.ts', process.argv.slice(2), { web: true });
