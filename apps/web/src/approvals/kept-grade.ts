import { GRADES } from '../sheet/answers';
import type { WrittenGrade } from './grading';

/** Whose grade of which sheet: a device may be shared, and a grade is given to what the sheet says. */
export interface GradePlace {
  readonly personId: string;
  readonly taskStageId: string;
  readonly version: number;
}

const keyOf = ({ personId, taskStageId }: GradePlace) => `mawasu.grade.${personId}.${taskStageId}`;

/** Keeps what is chosen and typed on this device until it is decided. */
export function keepGrade(place: GradePlace, written: WrittenGrade): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ version: place.version, written }));
  } catch {
    // A full or forbidden storage must not stop the writing.
  }
}

export function dropGrade(place: GradePlace): void {
  localStorage.removeItem(keyOf(place));
}

/** What was chosen and typed for this version of the sheet. */
export function keptGrade(place: GradePlace): WrittenGrade | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isKept(kept) && kept.version === place.version ? kept.written : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is { readonly version: number; readonly written: WrittenGrade } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'written' in value &&
    isWritten(value.written)
  );
}

function isWritten(value: unknown): value is WrittenGrade {
  return (
    typeof value === 'object' &&
    value !== null &&
    'grade' in value &&
    (value.grade === null || GRADES.some((one) => one === value.grade)) &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'gradeChange' in value &&
    typeof value.gradeChange === 'string'
  );
}
