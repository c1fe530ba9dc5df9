import { invalid } from '#errors';
import type { ErrorPlace } from '#errors';
import type { CaseFields, CasePart, CompositeCase, JudgementCase, SingleCase } from './judgement.types.js';

/** A single case or one part of a composite with its parent's fields filled in; perhaps not yet complete. */
export interface ResolvedCase {
  readonly id: string;
  /** Where it stands in the case: empty, or `parts[0]`. */
  readonly path: string;
  readonly fields: Partial<CaseFields>;
}

export function isComposite(given: JudgementCase): given is CompositeCase {
  return given.parts !== undefined && given.parts.length > 0;
}

/**
 * The single cases of which a case consists: itself, or its parts with what they inherit. A part's own field wins
 * over its parent's; a part without an id is named after its parent and its place (`37/2`).
 */
export function resolveCases(given: CasePart & { readonly id: string }, path = ''): readonly ResolvedCase[] {
  const { id, parts, ...fields } = given;
  if (parts === undefined || parts.length === 0) return [{ id, path, fields }];
  return parts.flatMap((part, at) => {
    const partPath = `${path === '' ? '' : `${path}.`}parts[${at}]`;
    return resolveCases({ ...inherit(fields, part), id: part.id ?? `${id}/${at + 1}` }, partPath);
  });
}

/** Names of the fields that a case lacks to be judged. A milestone needs neither direction, decimals nor baseline. */
export function missingFields(fields: Partial<CaseFields>): readonly string[] {
  const needed: readonly (keyof CaseFields)[] =
    fields.kind === 'milestone'
      ? ['targets', 'actual']
      : ['direction', 'kind', 'decimals', 'baseline', 'targets', 'actual'];
  return needed.filter((name) => fields[name] === undefined);
}

/**
 * The parts of a case as cases of their own; a case without parts is its own only part.
 *
 * @throws DomainError `judge.bad_case` with the missing fields as places
 */
export function partsOf(given: JudgementCase): readonly SingleCase[] {
  return resolveCases(given).map((resolved) => completeCase(resolved));
}

/** @throws DomainError `judge.bad_case` */
export function completeCase({ id, path, fields }: ResolvedCase): SingleCase {
  const { targets, actual } = fields;
  const direction = fields.direction ?? (fields.kind === 'milestone' ? 'up' : undefined);
  const decimals = fields.decimals ?? (fields.kind === 'milestone' ? 0 : undefined);
  const baseline = fields.baseline === undefined && fields.kind === 'milestone' ? null : fields.baseline;
  if (
    direction === undefined ||
    fields.kind === undefined ||
    decimals === undefined ||
    baseline === undefined ||
    targets === undefined ||
    targets.length === 0 ||
    actual === undefined
  ) {
    throw incomplete(id, path, targets?.length === 0 ? ['targets'] : missingFields(fields));
  }
  return { ...fields, id, direction, kind: fields.kind, decimals, baseline, targets, actual };
}

/**
 * A word and numbers exclude each other: numbers of the part's own replace the parent's word, and a word of its own keeps
 * nothing of the parent's numbers but the target year.
 */
function inherit(parent: Partial<CaseFields>, part: CasePart): CasePart {
  const { targetWords, ...rest } = parent;
  const hasOwnNumbers = part.targets?.some(({ value }) => value !== null) === true;
  const merged = { ...rest, ...(hasOwnNumbers || targetWords === undefined ? {} : { targetWords }), ...part };
  if (part.targetWords === undefined || part.targets !== undefined) return merged;
  const latestFirst = (parent.targets ?? []).toSorted((one, other) => other.year - one.year);
  return { ...merged, targets: latestFirst.slice(0, 1).map(({ year }) => ({ value: null, year })) };
}

function incomplete(id: string, path: string, missing: readonly string[]): Error {
  const places: ErrorPlace[] = missing.map((name) => {
    const field = path === '' ? name : `${path}.${name}`;
    return { field, code: 'judge.missing', params: { case: id, field } };
  });
  return invalid('judge.bad_case', { count: places.length, case: id, field: places[0]?.field ?? '' }, places);
}
