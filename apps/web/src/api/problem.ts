/** One place that is wrong, with its sentence in the reader's language. */
export interface Place {
  readonly field?: string;
  readonly row?: number;
  readonly column?: string;
  readonly code: string;
  readonly text: string;
}

/** An RFC 9457 answer of the API. `title` is a sentence for the reader; `extra` is for the page. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly places: readonly Place[] = [],
    readonly extra: Readonly<Record<string, unknown>> = {},
    /** By which the administrator finds it in the log. */
    readonly reference: string | null = null,
  ) {
    super(title || code);
    this.name = 'Problem';
  }
}

/** The server was not reached at all: no network, or it is restarting. Nothing is known about what it did. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

export const isProblem = (error: unknown, status?: number): error is Problem =>
  error instanceof Problem && (status === undefined || error.status === status);

/** Reads a refusal; an answer that is no problem document (a proxy's page) keeps its status alone. */
export function readProblem(status: number, body: unknown): Problem {
  if (!isRecord(body)) return new Problem(status, `http.${status}`, '');
  return new Problem(
    status,
    typeof body.code === 'string' ? body.code : `http.${status}`,
    typeof body.title === 'string' ? body.title : '',
    Array.isArray(body.places) ? body.places.filter(isPlace) : [],
    isRecord(body.extra) ? body.extra : {},
    typeof body.requestId === 'string' ? body.requestId : null,
  );
}

function isPlace(value: unknown): value is Place {
  return isRecord(value) && typeof value.text === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
