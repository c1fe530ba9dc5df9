/** What kind of refusal it is; the API alone turns a kind into an HTTP status. */
export type ErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not_found' | 'conflict' | 'too_many' | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>;

/** One place that is wrong: a field of a form, or a row and column of a spreadsheet. */
export interface ErrorPlace {
  /** Path of the field (`dates.plan.dueOn`) or name of the column. */
  readonly field?: string;
  /** 1-based row as the spreadsheet program counts it. */
  readonly row?: number;
  /** Column heading as it stands in the sheet. */
  readonly column?: string;
  readonly code: string;
  readonly params?: ErrorParams;
}

/**
 * A refusal the person can understand and mend. `code` is a key of the message catalogue (`error.<code>`);
 * the text is rendered at the edge, in the language of the reader. Nothing was changed when it is thrown.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly places: readonly ErrorPlace[] = [],
    /** Machine-readable detail for the client, e.g. what the other person changed. */
    readonly detail?: Readonly<Record<string, unknown>>,
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'DomainError';
  }
}

export const invalid = (code: string, params?: ErrorParams, places?: readonly ErrorPlace[]): DomainError =>
  new DomainError('invalid', code, params, places);
export const notFound = (code: string, params?: ErrorParams): DomainError =>
  new DomainError('not_found', code, params);
export const forbidden = (code: string, params?: ErrorParams): DomainError =>
  new DomainError('forbidden', code, params);
export const conflict = (
  code: string,
  params?: ErrorParams,
  detail?: Readonly<Record<string, unknown>>,
): DomainError => new DomainError('conflict', code, params, [], detail);
