import type { AssignmentRole, Stage } from './review.types.js';

export type ChainLevel =
  'member' | 'subsectionChief' | 'divisionManager' | 'departmentManager' | 'bureauDirector' | 'executive';

const ORDER: readonly ChainLevel[] = [
  'member',
  'subsectionChief',
  'divisionManager',
  'departmentManager',
  'bureauDirector',
  'executive',
];
const rank = (level: ChainLevel): number => ORDER.indexOf(level);

export interface SeatInLine {
  readonly postId: string;
  readonly level: ChainLevel;
  /** 0 = the department itself, 1 = the one above, … */
  readonly distance: number;
  readonly holders: readonly { readonly personId: string }[];
}

export interface StepSetting {
  readonly kind: 'post_level' | 'coordinating_division' | 'fixed_division';
  readonly level: ChainLevel | null;
  readonly departmentCode: string | null;
  readonly workingDays: number;
  /** The section's grade is given at this step. */
  readonly setsGrade?: boolean;
}

export interface ChainPlace {
  /** Seats in and above the sheet's department. */
  readonly line: readonly SeatInLine[];
  /** Seats in and above the bureau's coordinating division; empty when the bureau names none. */
  readonly coordinating: readonly SeatInLine[];
  /** Seats in and above fixed divisions, by department code. */
  readonly fixed: ReadonlyMap<string, readonly SeatInLine[]>;
  readonly submitterId: string;
}

export interface ResolvedStep {
  readonly stepKind: StepSetting['kind'];
  readonly postId: string;
  readonly workingDays: number;
  readonly setsGrade?: boolean;
}

/**
 * The lowest occupied seat at or above a level, asked when a sheet is handed in and again when the seat it waits at falls
 * vacant. A seat that the submitter shares is passed over too: whoever sits on a post may decide what waits there, and
 * nobody confirms their own sheet.
 */
export function seatAt(
  seats: readonly SeatInLine[],
  level: ChainLevel,
  submitterId: string,
): SeatInLine | undefined {
  return seats
    .filter((seat) => rank(seat.level) >= rank(level))
    .toSorted((a, b) => rank(a.level) - rank(b.level) || a.distance - b.distance)
    .find(({ holders }) => holders.length > 0 && holders.every((holder) => holder.personId !== submitterId));
}

function seatOf(step: StepSetting, place: ChainPlace): SeatInLine | undefined {
  if (step.kind === 'post_level')
    return seatAt(place.line, step.level ?? 'divisionManager', place.submitterId);
  const seats =
    step.kind === 'coordinating_division'
      ? place.coordinating
      : (place.fixed.get(step.departmentCode ?? '') ?? []);
  return seatAt(seats, 'divisionManager', place.submitterId);
}

/**
 * Turns the chain of a cycle into seats for one sheet. A vacant post passes to its acting holder (who sits on it), else to
 * the next above; the submitter never approves their own sheet; who would be asked twice is asked once, the first time, and
 * gives the grade there if it is theirs to give.
 */
export function resolveChain(steps: readonly StepSetting[], place: ChainPlace): ResolvedStep[] {
  const asked = new Map<string, number>();
  const resolved: ResolvedStep[] = [];
  for (const step of steps) {
    const seat = seatOf(step, place);
    if (!seat) continue;
    const people = seat.holders.map((holder) => holder.personId);
    const earlier = people.flatMap((id) => asked.get(id) ?? [])[0];
    if (earlier !== undefined) {
      const known = resolved[earlier];
      if (step.setsGrade && known) resolved[earlier] = { ...known, setsGrade: true };
      continue;
    }
    people.forEach((id) => asked.set(id, resolved.length));
    resolved.push({
      stepKind: step.kind,
      postId: seat.postId,
      workingDays: step.workingDays,
      ...(step.setsGrade && { setsGrade: true }),
    });
  }
  return resolved;
}

/** The grade of a section belongs to the director of its bureau: their step of the Review gives it. */
export function gradedAtDirector<T extends StepSetting>(
  stage: Stage,
  steps: readonly T[],
): readonly StepSetting[] {
  if (stage !== 'review') return steps;
  return steps.map((step) => ({ ...step, setsGrade: step.level === 'bureauDirector' }));
}

/**
 * A supporting sheet is confirmed inside its own department's line: the steps before the first division that stands
 * outside it. A chain that begins outside leaves it that first step, for somebody must confirm it.
 */
export function stepsFor<T extends StepSetting>(
  stage: Stage,
  role: AssignmentRole,
  steps: readonly T[],
): readonly T[] {
  if (role === 'lead' || stage === 'review') return steps;
  const outside = steps.findIndex((step) => step.kind !== 'post_level');
  return outside === -1 ? steps : steps.slice(0, Math.max(1, outside));
}
