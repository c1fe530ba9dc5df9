import type { WrittenDecision } from './decision-form';

/** Whose words on which report: a device may be shared. */
export interface DecisionPlace {
  readonly personId: string;
  readonly fiscalYear: number;
  readonly sectionKey: string;
}

const keyOf = ({ personId, fiscalYear, sectionKey }: DecisionPlace) =>
  `mawasu.decision.${personId}.${fiscalYear}.${sectionKey}`;

/** Keeps what is typed on this device until it is recorded, so that a lost connection or a closed tab loses nothing. */
export function keepDecision(place: DecisionPlace, written: WrittenDecision): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(written));
  } catch {
    // A full or forbidden storage must not stop the writing.
  }
}

export function dropDecision(place: DecisionPlace): void {
  localStorage.removeItem(keyOf(place));
}

/** What was typed, also on top of a version that is no longer the newest. */
export function keptDecision(place: DecisionPlace): WrittenDecision | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isWritten(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isWritten(value: unknown): value is WrittenDecision {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'body' in value &&
    'commitments' in value &&
    Array.isArray(value.commitments)
  );
}
