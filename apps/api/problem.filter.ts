import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestWithPerson } from '#directory';
import { DomainError, type Language, type Words } from '#errors';
import { languageAsked, type Problem, PROBLEM_TYPE, problemOf, refusalOf } from '../problem.js';
import { routeOf } from './request-trace.js';

/** Language of the answer: the person's, else what the browser asks for, else Japanese. */
export function languageOf(request: FastifyRequest & RequestWithPerson): Language {
  return request.mawasu?.person.language ?? languageAsked(request.headers['accept-language']);
}

/** Turns every error into a problem document in the reader's language; a page address gets the web app instead of a 404. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  constructor(private readonly words: Words) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest & RequestWithPerson>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (this.isPage(error, request) && 'sendFile' in reply) {
      void reply
        .status(200)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        // Always whole: a browser would add the hints of an older answer to one that only says "not changed".
        .sendFile('index.html', { etag: false, lastModified: false });
      return;
    }
    this.answer(error, request, reply);
  }

  /** The problem document itself; also for the plugins that Nest does not serve. */
  answer(error: unknown, request: FastifyRequest & RequestWithPerson, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    void reply.status(problem.status).type(PROBLEM_TYPE).send(problem);
  }

  private isPage(error: unknown, request: FastifyRequest): boolean {
    if (!(error instanceof HttpException) || error.getStatus() !== 404 || request.method !== 'GET')
      return false;
    const path = request.url.split('?')[0] ?? '';
    return (
      !path.startsWith('/api/') &&
      !path.startsWith('/health/') &&
      !path.startsWith('/assets/') &&
      !path.includes('.')
    );
  }

  private problemOf(error: unknown, request: FastifyRequest & RequestWithPerson): Problem {
    const language = languageOf(request);
    if (error instanceof DomainError) return refusalOf(error, this.words, language, request.id);
    const status = isUnstorable(error) ? 422 : statusOf(error);
    if (status === undefined || status >= 500) {
      // Not the address: it may hold a token.
      const at = `${request.method} ${routeOf(request)}`;
      this.logger.error(
        `${at}: ${error instanceof Error ? error.message : String(error)}`,
        error instanceof Error ? error.stack : undefined,
      );
    }
    const code =
      HTTP_CODES[status ?? 500] ??
      (status !== undefined && status < 500 ? 'request.invalid_request' : 'request.unexpected');
    return problemOf(status ?? 500, code, this.words.ofError(language, { code, params: {} }), request.id);
  }
}

const HTTP_CODES: Readonly<Record<number, string>> = {
  404: 'request.no_such_address',
  405: 'request.no_such_address',
  413: 'request.too_large',
  415: 'request.wrong_type',
};

/** PostgreSQL refuses a value that slipped past the schemas (a NUL, a date out of range): the input is at fault, not we. */
function isUnstorable(error: unknown): boolean {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && (code.startsWith('22') || code === '23514');
}

/** Nest's and Fastify's own errors carry their status in different places. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : undefined;
}
