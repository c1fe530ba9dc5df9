import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestWithPerson } from '#directory';
import { DomainError, type ErrorKind, type ErrorPlace, type Language, type Words } from '#errors';

/** The one table from refusals to HTTP. */
const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

/** RFC 9457 problem details, with the places that are wrong and what a client needs to go on. */
interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What the log lines of this request carry. */
  readonly requestId: string;
  readonly places?: readonly (ErrorPlace & { readonly text: string })[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Language of the answer: the person's, else what the browser asks for, else Japanese. */
export function languageOf(request: FastifyRequest & RequestWithPerson): Language {
  const own = request.mawasu?.person.language;
  if (own) return own;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ja';
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
        .sendFile('index.html');
      return;
    }
    this.answer(error, request, reply);
  }

  /** The problem document itself; also for the plugins that Nest does not serve. */
  answer(error: unknown, request: FastifyRequest & RequestWithPerson, reply: FastifyReply): void {
    const problem = this.problemOf(error, request);
    void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
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
    if (error instanceof DomainError) return this.refusal(error, language, request.id);
    const status = isUnstorable(error) ? 422 : statusOf(error);
    if (status === undefined || status >= 500) {
      // Not the whole address: its query may hold a token.
      const at = `${request.method} ${request.url.split('?')[0] ?? ''}`;
      this.logger.error(
        `${at}: ${error instanceof Error ? error.message : String(error)}`,
        error instanceof Error ? error.stack : undefined,
      );
    }
    const code =
      HTTP_CODES[status ?? 500] ??
      (status !== undefined && status < 500 ? 'request.invalid_request' : 'request.unexpected');
    return this.problem(
      status ?? 500,
      code,
      this.words.ofError(language, { code, params: { id: request.id } }),
      request.id,
    );
  }

  private refusal(error: DomainError, language: Language, requestId: string): Problem {
    return {
      ...this.problem(STATUS[error.kind], error.code, this.words.ofError(language, error), requestId),
      ...(error.places.length > 0
        ? {
            places: error.places.map((place) => ({
              ...place,
              text: this.words.ofError(language, { code: place.code, params: place.params ?? {} }),
            })),
          }
        : {}),
      ...(error.detail ? { extra: error.detail } : {}),
    };
  }

  private problem(status: number, code: string, title: string, requestId: string): Problem {
    return { type: `urn:mawasu:problem:${code}`, title, status, code, requestId };
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
