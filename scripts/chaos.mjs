// What the product survives: `npm run chaos` runs every fault, `npm run chaos R3 R5` some, `--small` with the numbers of the tests.
import { runBars } from './running/bars.mjs';

await runBars('test/chaos/main.ts', process.argv.slice(2));
