import { z } from 'zod';
import { invalid } from '#errors';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  QUEUE_URL: z.url({ protocol: /^(postgres(ql)?|rediss?)$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  MAWASU_PUBLIC_URL: z.url().optional(),
  MAWASU_CITY_NAME: z.string().min(1).default('青葉川市'),
  MAWASU_MAIL_FROM: z.string().min(3).default('mawasu@aobagawa.example.jp'),
  MAWASU_BOUNCE_ADDRESS: z.email().optional(),
  MAWASU_BOUNCE_HOST: z.string().min(1).default('127.0.0.1'),
  MAWASU_BOUNCE_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  MAWASU_SMTP_TIMEOUT_MS: z.coerce.number().int().min(100).default(30_000),
  MAWASU_LETTER_LEASE_MS: z.coerce.number().int().min(500).default(60_000),
  MAWASU_LETTER_RETRY_MS: z.coerce.number().int().min(100).default(30_000),
  MAWASU_MAIL_INBOX_URL: z.url().optional(),
  MAWASU_SAMPLE_CITY: z.enum(['0', '1']).default('0'),
  MAWASU_WEB_DIR: z.string().default('dist/apps/web'),
  MAWASU_HEARTBEAT_MS: z.coerce.number().int().min(100).default(15_000),
  MAWASU_TRUST_PROXY: z.string().min(1).default('loopback'),
  MAWASU_DRAIN_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  MAWASU_STOP_MS: z.coerce.number().int().min(500).max(300_000).default(30_000),
  MAWASU_WORKER_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  MAWASU_METRICS_TOKEN: z.string().min(16).optional(),
  MAWASU_SILENT_SECONDS: z.coerce.number().min(1).max(3600).default(25),
  MAWASU_LATE_MINUTES: z.coerce.number().min(0.01).max(1440).default(10),
  MAWASU_OTEL: z.enum(['0', '1']).default('0'),
});

/** Settings of one process, read once from its environment. */
export interface Config {
  readonly databaseUrl: string;
  /** Where the queue lives; PostgreSQL of `databaseUrl` when not set. */
  readonly queueUrl: string | undefined;
  readonly smtpUrl: string;
  readonly host: string;
  readonly port: number;
  /** Address that letters link to, without a trailing slash. */
  readonly publicUrl: string;
  readonly cityName: string;
  readonly mailFrom: string;
  /** Envelope sender of letters, to which mail servers report what they could not deliver; `mailFrom` when not set. */
  readonly bounceAddress: string | undefined;
  readonly bounceHost: string;
  /** Port on which the worker takes such reports; none when not set. */
  readonly bouncePort: number | undefined;
  /** Silence of the mail server after which a connection is given up. */
  readonly smtpTimeoutMs: number;
  /** How long a worker owns the letters it took without renewing it: longer than any pause that is no crash. */
  readonly letterLeaseMs: number;
  /** Wait before the second try of a letter that the mail server put off; each further wait is twice as long. */
  readonly letterRetryMs: number;
  /** Page of the local mail catcher, shown in the sample city only. */
  readonly mailInboxUrl: string | undefined;
  /** One-button sign-in and the moving of the date: only with the sample city, only on loopback. */
  readonly sampleCity: boolean;
  readonly webDir: string;
  readonly heartbeatMs: number;
  /** Whose X-Forwarded-… is believed: addresses, networks, or the names `loopback` and `uniquelocal`, by commas. */
  readonly trustProxy: string;
  /** How long an API that is told to end says "not ready" before it stops taking requests. */
  readonly drainMs: number;
  /** How long a process that is told to end may finish what runs. */
  readonly stopMs: number;
  /** Port of a worker's /health and /metrics; none when not set. */
  readonly workerPort: number | undefined;
  /** Bearer token of /metrics; without it only this machine may read them. */
  readonly metricsToken: string | undefined;
  /** A worker that has not written for so long is not working. */
  readonly silentSeconds: number;
  /** A slot or letter that has been due for longer is late. */
  readonly lateMinutes: number;
  /** Start the OpenTelemetry SDK that the operator installed. */
  readonly telemetry: boolean;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads the environment; throws `config.bad_setting` naming the first wrong variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw invalid('config.bad_setting', { name: String(issue?.path[0] ?? '?'), why: issue?.message ?? '' });
  }
  const e = parsed.data;
  return {
    databaseUrl: e.DATABASE_URL,
    queueUrl: e.QUEUE_URL,
    smtpUrl: e.SMTP_URL,
    host: e.HOST,
    port: e.PORT,
    publicUrl: (e.MAWASU_PUBLIC_URL ?? `http://${e.HOST}:${e.PORT}`).replace(/\/$/, ''),
    cityName: e.MAWASU_CITY_NAME,
    mailFrom: e.MAWASU_MAIL_FROM,
    bounceAddress: e.MAWASU_BOUNCE_ADDRESS,
    bounceHost: e.MAWASU_BOUNCE_HOST,
    bouncePort: e.MAWASU_BOUNCE_PORT,
    smtpTimeoutMs: e.MAWASU_SMTP_TIMEOUT_MS,
    letterLeaseMs: e.MAWASU_LETTER_LEASE_MS,
    letterRetryMs: e.MAWASU_LETTER_RETRY_MS,
    mailInboxUrl: e.MAWASU_MAIL_INBOX_URL,
    sampleCity: e.MAWASU_SAMPLE_CITY === '1' && LOOPBACK.has(e.HOST),
    webDir: e.MAWASU_WEB_DIR,
    heartbeatMs: e.MAWASU_HEARTBEAT_MS,
    trustProxy: e.MAWASU_TRUST_PROXY,
    drainMs: e.MAWASU_DRAIN_MS,
    stopMs: e.MAWASU_STOP_MS,
    workerPort: e.MAWASU_WORKER_PORT,
    metricsToken: e.MAWASU_METRICS_TOKEN,
    silentSeconds: e.MAWASU_SILENT_SECONDS,
    lateMinutes: e.MAWASU_LATE_MINUTES,
    telemetry: e.MAWASU_OTEL === '1',
  };
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** How much is written to the log; needed before the other settings are known. */
export function logLevel(env: NodeJS.ProcessEnv = process.env): (typeof LOG_LEVELS)[number] {
  return LOG_LEVELS.find((level) => level === env['MAWASU_LOG_LEVEL']) ?? 'info';
}

/** Names of the settings, so that files that set them can be compared with reality. */
export const SETTINGS: readonly string[] = [...Object.keys(schema.shape), 'MAWASU_LOG_LEVEL'];
