import { CONNECTIONS_CUT } from './connections-cut.js';
import { DATABASE_STOPPED } from './database-stopped.js';
import { MAIL_SERVER_MISBEHAVES } from './mail-server-misbehaves.js';
import { MANY_HANDS } from './many-hands.js';
import { OFF_OVER_NEW_YEAR } from './off-over-new-year.js';
import { QUEUE_FLUSHED } from './queue-flushed.js';
import { runBars } from './run-bars.js';
import { SIX_REPLICAS } from './six-replicas.js';
import { TIME_ZONES } from './time-zones.js';
import { WORKER_KILLED } from './worker-killed.js';

const BARS = [
  WORKER_KILLED,
  QUEUE_FLUSHED,
  OFF_OVER_NEW_YEAR,
  SIX_REPLICAS,
  TIME_ZONES,
  DATABASE_STOPPED,
  MANY_HANDS,
  CONNECTIONS_CUT,
  MAIL_SERVER_MISBEHAVES,
];

await runBars(BARS, process.argv.slice(2));
