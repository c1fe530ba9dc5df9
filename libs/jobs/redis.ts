import { Redis, type RedisOptions } from 'ioredis';

const CONNECT_MS = 5_000;
const LONGEST_PAUSE_MS = 2_000;

/** What both kinds of connection do about a server that is away: come back within seconds, for ever. */
const COMMON = {
  connectTimeout: CONNECT_MS,
  retryStrategy: (times: number) => Math.min(times * 100, LONGEST_PAUSE_MS),
  // After a fail-over the old server refuses writes: connect again.
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
} satisfies RedisOptions;

/** Rings and looks: answers at once with an error while Redis is away, since the heartbeat needs no bell. */
const BELL = { ...COMMON, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5_000 };

/** Waits for jobs with blocking commands, for as long as it takes; BullMQ demands the `null`. */
const WORKER = { ...COMMON, maxRetriesPerRequest: null };

/** The one place where connections to Redis are made. `rediss:` turns TLS on. */
export const openRedis = (url: string, use: 'bell' | 'worker'): Redis =>
  new Redis(url, use === 'bell' ? BELL : WORKER);

/** A sentence for the log when this Redis may throw jobs away, else `undefined`. */
export function evictionWarning(info: string): string | undefined {
  const policy = /^maxmemory_policy:(.+)$/m.exec(info)?.[1]?.trim();
  if (policy === undefined || policy === 'noeviction') return undefined;
  return `The Redis of QUEUE_URL throws data away when its memory is full (maxmemory-policy is ${policy}); set it to noeviction. Nothing is lost, but bells are and work waits for the heartbeat.`;
}
