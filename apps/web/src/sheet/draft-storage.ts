import type { Answers } from '../api';

/** What was typed and not yet taken by the server, kept on this device. */
export interface KeptDraft {
  readonly version: number;
  readonly answers: Answers;
}

const keyOf = (taskStageId: string) => `mawasu.draft.${taskStageId}`;

export function keepDraft(taskStageId: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(taskStageId), JSON.stringify(draft));
  } catch {
    // A full or forbidden storage must not stop the writing; the server still gets every change.
  }
}

export function dropDraft(taskStageId: string): void {
  localStorage.removeItem(keyOf(taskStageId));
}

export function keptDraft(taskStageId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(taskStageId)) ?? 'null');
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
