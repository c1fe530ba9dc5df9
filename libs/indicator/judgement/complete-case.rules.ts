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

function inherit(parent: Partial<CaseFields>, part: CasePart): CasePart {
  const { targetWords, ...rest } = parent;
  const merged = { ...rest, ...part };
  if (targetWords === undefined || part.targetWords !== undefined) return restateWords(parent, part, merged);
  // Numbers of its own replace the parent's word; otherwise the word is inherited like every field.
  const ownNumbers = part.targets !== undefined && part.targets.some(({ value }) => value !== null);
  return ownNumbers ? merged : { ...merged, targetWords };
}

function restateWords(parent: Partial<CaseFields>, part: CasePart, merged: CasePart): CasePart {
  if (part.targetWords === undefined || part.targets !== undefined || parent.targets === undefined)
    return merged;
  if (parent.targets.length === 0) return merged;
  // A word of its own under a parent with numbers keeps the parent's target year and nothing else.
  const year = Math.max(...parent.targets.map((target) => target.year));
  return { ...merged, targets: [{ value: null, year }] };
}

function incomplete(id: string, path: string, missing: readonly string[]): Error {
  const places: ErrorPlace[] = missing.map((name) => {
    const field = path === '' ? name : `${path}.${name}`;
    return { field, code: 'judge.missing', params: { case: id, field } };
  });
  return invalid('judge.bad_case', { count: places.length, case: id, field: places[0]?.field ?? '' }, places);
}
