import type { Chosen, Written } from './mention-text';

/** What was typed and not yet taken by the server, with the key under which it is written once. */
export interface CommentDraft extends Written {
  readonly key: string;
}

/** Whose words, on which sheet, about which comment: a device may be shared. */
export interface CommentPlace {
  readonly personId: string;
  readonly taskStageId: string;
  /** Set while an own comment is being mended. */
  readonly commentId: string | null;
}

const keyOf = ({ personId, taskStageId, commentId }: CommentPlace) =>
  `mawasu.comment.${personId}.${taskStageId}${commentId === null ? '' : `.${commentId}`}`;

export function keepComment(place: CommentPlace, draft: CommentDraft): void {
  try {
    if (draft.text === '') localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(draft));
  } catch {
    // Without room on this device it lives as long as the page.
  }
}

export function dropComment(place: CommentPlace): void {
  localStorage.removeItem(keyOf(place));
}

export function keptComment(place: CommentPlace): CommentDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is CommentDraft {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'key' in value &&
    typeof value.key === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'chosen' in value &&
    Array.isArray(value.chosen) &&
    value.chosen.every(isChosen)
  );
}

function isChosen(value: unknown): value is Chosen {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'personId' in value &&
    typeof value.personId === 'string' &&
    'label' in value &&
    typeof value.label === 'string'
  );
}
