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
  };
}
