import { StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError, type ErrorParams, type ErrorPlace, notFound } from '#errors';

/** What a schema issue carries beyond the standard: zod's own code and bounds. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

const KNOWN = new Set([
  'invalid_type',
  'too_small',
  'too_big',
  'invalid_format',
  'invalid_value',
  'unrecognized_keys',
]);

function placeOf(issue: SchemaIssue): ErrorPlace {
  const field = (issue.path ?? [])
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.');
  const code = issue.code && KNOWN.has(issue.code) ? issue.code : 'invalid_value';
  const params: ErrorParams = {
    field,
    minimum: String(issue.minimum ?? ''),
    maximum: String(issue.maximum ?? ''),
    keys: issue.keys?.join('、') ?? '',
  };
  return { field, code: `request.${code}`, params };
}

/** What names a thing in an address cannot be mended in a field: there is no such thing. */
const isAddress = ({ path, format }: SchemaIssue): boolean => (path ?? []).length === 0 && format === 'uuid';

/** Every payload is checked by the schema of its route before anything else sees it. */
export const validation = (): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      if ((issues as readonly SchemaIssue[]).some(isAddress)) return notFound('request.no_such_address');
      const places = (issues as readonly SchemaIssue[]).map(placeOf);
      return new DomainError('invalid', 'request.invalid', { count: places.length }, places);
    },
  });
