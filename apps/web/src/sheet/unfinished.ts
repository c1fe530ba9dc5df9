import type { DraftPlace } from './draft-storage';

/**
 * A text at its input that cannot go to the server: a number or day nobody can read, an amount below zero, a reason
 * without its rating, words that were emptied.
 */
export interface HeldText {
  readonly field: string;
  readonly kind: 'number' | 'below_zero' | 'day' | 'rating' | 'words';
  readonly text: string;
}

/** What is typed and cannot be sent yet; it lives on this device until it is mended. */
export interface Held {
  /** By the input they stand in. */
  readonly texts: Readonly<Record<string, HeldText>>;
  /** Lists with a half-written row, by their field. */
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const NOTHING: Held = { texts: {}, rows: {} };

/** Keeps what is unfinished apart from the draft, so that nothing is lost and nothing half goes out. */
export class Unfinished {
  private held: Held;
  private readonly listeners = new Set<() => void>();
  private readonly place: string;

  constructor({ personId, taskStageId }: DraftPlace) {
    this.place = `mawasu.unfinished.${personId}.${taskStageId}`;
    this.held = kept(this.place);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Held => this.held;

  holdText(input: string, text: HeldText | null): void {
    const { [input]: before, ...others } = this.held.texts;
    if (text === null && before === undefined) return;
    this.change({ ...this.held, texts: text === null ? others : { ...others, [input]: text } });
  }

  /** Null when all rows of the list are complete. */
  holdRows(field: string, rows: readonly unknown[] | null): void {
    const { [field]: before, ...others } = this.held.rows;
    if (rows === null && before === undefined) return;
    this.change({ ...this.held, rows: rows === null ? others : { ...others, [field]: rows } });
  }

  /** The field got another value as a whole: what was half typed in it is given up on purpose. */
  giveUp(field: string): void {
    this.holdRows(field, null);
    for (const [input, text] of Object.entries(this.held.texts)) {
      if (text.field === field) this.holdText(input, null);
    }
  }

  private change(held: Held): void {
    this.held = held;
    keep(this.place, held);
    for (const listener of this.listeners) listener();
  }
}

function keep(place: string, held: Held): void {
  try {
    const nothing = Object.keys(held.texts).length === 0 && Object.keys(held.rows).length === 0;
    if (nothing) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(held));
  } catch {
    // Without room on this device it lives as long as the page.
  }
}

function kept(place: string): Held {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isHeld(held) ? held : NOTHING;
  } catch {
    return NOTHING;
  }
}

function isHeld(value: unknown): value is Held {
  if (typeof value !== 'object' || value === null) return false;
  return 'texts' in value && value.texts instanceof Object && 'rows' in value && value.rows instanceof Object;
}
