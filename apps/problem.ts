import { formatDate, isCalendarDate } from '#calendar';
import type { DomainError, ErrorKind, ErrorParams, ErrorPlace, Language, Words } from '#errors';

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

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457 problem details, with the places that are wrong and what a client needs to go on. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** What the log lines of this request carry. */
  readonly requestId: string;
  readonly places?: readonly (ErrorPlace & { readonly text: string })[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

export const problemOf = (status: number, code: string, title: string, requestId: string): Problem => ({
  type: `urn:mawasu:problem:${code}`,
  title,
  status,
  code,
  requestId,
});

/** A refusal in the reader's language. */
export function refusalOf(error: DomainError, words: Words, language: Language, requestId: string): Problem {
  return {
    ...problemOf(STATUS[error.kind], error.code, sentenceOf(error, words, language), requestId),
    ...(error.places.length > 0
      ? {
          places: error.places.map((place) => ({
            ...place,
            text: sentenceOf({ code: place.code, params: place.params ?? {} }, words, language),
          })),
        }
      : {}),
    ...(error.detail ? { extra: error.detail } : {}),
  };
}

/** What somebody typed is shown as they typed it. */
const TYPED: ReadonlySet<string> = new Set(['text', 'value']);

/** The sentence of a refusal, its dates as people read them. */
function sentenceOf(error: Pick<DomainError, 'code' | 'params'>, words: Words, language: Language): string {
  const params = Object.entries(error.params).map(([name, given]) => {
    const isDate = typeof given === 'string' && !TYPED.has(name) && isCalendarDate(given);
    return [name, isDate ? formatDate(given, language, { year: true }) : given];
  });
  return words.ofError(language, { code: error.code, params: Object.fromEntries(params) as ErrorParams });
}

/** What a browser asks for, else Japanese. */
export const languageAsked = (accepted: string | undefined): Language =>
  /^\s*en\b/i.test(accepted ?? '') ? 'en' : 'ja';
