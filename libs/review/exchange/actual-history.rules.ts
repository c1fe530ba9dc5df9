import { Decimal } from 'decimal.js';

/** 実績値 that stands in the sheet of its year: what is stored of it, and how far its sheet has come. */
export interface SheetActual {
  readonly key: string;
  readonly fiscalYear: number;
  readonly sheet: 'confirmed' | 'handed_in' | 'given_back';
  readonly value: string | null;
  readonly milestone: string | null;
  /** Why there is no value. */
  readonly reason: string | null;
  /** 速報; a confirmed value is so when its author calls it so. */
  readonly preliminary: boolean;
}

/** A row of a file, as far as it says a value. */
export interface GivenActual {
  readonly value: string | null;
  readonly milestone: string | null;
  readonly reason: string | null;
  readonly certainty: 'final' | 'preliminary' | 'corrected' | null;
}

/** What becomes of a row: how certain its value is; nothing, as it says what is confirmed; or why it cannot be taken. */
export type Taken =
  | { readonly certainty: 'final' | 'preliminary'; readonly corrects: boolean }
  | 'confirmed'
  | { readonly refusal: 'review.actual_confirmed' | 'review.entry_handed_in' };

/**
 * How sure a value is says its sheet where there is one, not a file: 速報 until it is confirmed, 確定 from then on. What was
 * confirmed changes only where the row says that it corrects it, what waits for a confirmation not at all.
 */
export function takenBeside(given: GivenActual, stored: SheetActual | undefined): Taken {
  const certainty = given.certainty === 'preliminary' ? 'preliminary' : 'final';
  const as = (one: 'final' | 'preliminary', corrects = false): Taken => ({ certainty: one, corrects });
  if (stored === undefined) return as(certainty);
  const same = saysTheSame(given, stored);
  if (stored.sheet === 'handed_in' && !same) return { refusal: 'review.entry_handed_in' };
  // Where there is a reason there is no value that could be 速報.
  if (stored.sheet !== 'confirmed') return as(given.reason === null ? 'preliminary' : 'final');
  if (given.certainty === 'corrected') return as('final', true);
  if (isProvisional(stored)) return as(certainty);
  // Its source and its notes were confirmed with it.
  return same ? 'confirmed' : { refusal: 'review.actual_confirmed' };
}

/** Confirmed, and not the last word: 速報, or 未集計, where a value is still to come. */
const isProvisional = ({ preliminary, reason }: SheetActual): boolean =>
  preliminary || reason === 'not_yet_compiled';

function saysTheSame(given: GivenActual, stored: SheetActual): boolean {
  if (given.reason !== stored.reason || given.milestone !== stored.milestone) return false;
  if (given.value === null || stored.value === null) return given.value === stored.value;
  return new Decimal(given.value).equals(stored.value);
}
