import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import { logLevel } from '#config';
import { currentOccasion } from './occasion.js';
import { redact } from './redact.rules.js';

/** One JSON line for each event, with the request or job it belongs to; people read it only on a terminal. */
export const log = pino({
  level: logLevel(),
  base: { pid: process.pid },
  messageKey: 'message',
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const occasion = currentOccasion();
    return occasion
      ? {
          requestId: occasion.requestId,
          ...(occasion.job ? { job: occasion.job.name, jobId: occasion.job.id } : {}),
        }
      : {};
  },
  hooks: { streamWrite: redact },
  ...(process.stdout.isTTY ? { transport: { target: 'pino-pretty' } } : {}),
});

/** Nest's own account of how it starts is for those who build the product. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Lets Nest's `Logger` write the same lines. */
export class JsonLogger implements LoggerService {
  log(message: unknown, ...more: unknown[]): void {
    this.write('info', message, more);
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.write('warn', message, more);
  }
  error(message: unknown, ...more: unknown[]): void {
    this.write('error', message, more);
  }
  fatal(message: unknown, ...more: unknown[]): void {
    this.write('fatal', message, more);
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.write('debug', message, more);
  }

  private write(
    level: 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    more: unknown[],
  ): void {
    const words = more.filter((one) => typeof one === 'string');
    const context = words.at(-1);
    const stack = message instanceof Error ? message.stack : words.length > 1 ? words[0] : undefined;
    const text =
      message instanceof Error
        ? message.message
        : typeof message === 'string'
          ? message
          : JSON.stringify(message);
    const quiet = level === 'info' && context !== undefined && FRAMEWORK.has(context);
    log[quiet ? 'debug' : level](
      { ...(context ? { context } : {}), ...(stack && stack !== text ? { stack } : {}) },
      text,
    );
  }
}
