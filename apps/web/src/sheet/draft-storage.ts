import type { Answers } from '../api';

/** What was typed and not yet taken by the server, kept on this device. */
export interface KeptDraft {
  readonly version: number;
  readonly answers: Answers;
}

/** Whose words about which sheet: a device may be shared. */
export interface DraftPlace {
  readonly personId: string;
  readonly taskStageId: string;
}

const keyOf = ({ personId, taskStageId }: DraftPlace) => `mawasu.draft.${personId}.${taskStageId}`;

export function keepDraft(place: DraftPlace, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage must not stop the writing; the server still gets every change.
  }
}

export function dropDraft(place: DraftPlace): void {
  localStorage.removeItem(keyOf(place));
}

export function keptDraft(place: DraftPlace): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is KeptDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    typeof value.version === 'number' &&
    'answers' in value &&
    typeof value.answers === 'object' &&
    value.answers !== null
  );
}
